package org.gonghui.insurance.impact;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

/** What a draft would have paid for the events of some days, and that asking leaves no trace. */
@QuarkusTest
class ImpactPreviewTest {
  private static final String DAY = "2017-03-03";
  private static final TestCaller OFFICER = anOfficer("3306");

  private final City city;
  private final Arrivals books;

  ImpactPreviewTest(City city, Arrivals books) {
    this.city = city;
    this.books = books;
  }

  @Test
  void a_draft_is_compared_with_what_was_granted_and_nothing_else_is_kept() {
    var chronic = city.member();
    push(city.member(), "IMPACT-1", "3800.00");
    push(city.member(), "IMPACT-2", "430.00");
    push(chronic, "IMPACT-3", "5500.00");
    var before = state();
    var draft = draft("1500.00", "0.50");

    var asked = ask(OFFICER, draft, DAY, "2017-03-04");
    asked.then().statusCode(202);
    var done = finished(asked.path("id"));

    // 3,800.00: 3,300.00 x 45 % = 1,485.00, now 2,300.00 x 50 %; 430.00: nothing in either case;
    // 5,500.00: 5,000.00 x 45 % = 2,250.00, now 4,000.00 x 50 %.
    done.then()
        .body("total.claims", equalTo(2))
        .body("total.paid", equalTo("3735.00"))
        .body("total.wouldPay", equalTo("3150.00"))
        .body("total.gaining", equalTo(0))
        .body("total.losing", equalTo(2))
        .body("areas.area", contains(City.TOWN))
        .body("areas.wouldPay", contains("3150.00"));
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void only_the_city_asks_and_the_period_has_days() {
    city.member();
    var draft = draft("500.00", "0.45");

    ask(anOfficer("330602"), draft, DAY, "2017-03-04").then().statusCode(403);
    ask(a(Role.FINANCE, "3306"), draft, DAY, "2017-03-04").then().statusCode(403);
    ask(OFFICER, draft, DAY, DAY).then().statusCode(400).body("errors.pointer", hasItem("/until"));
    ask(OFFICER, UUID.randomUUID().toString(), DAY, "2017-03-04").then().statusCode(404);
    var other = ask(OFFICER, draft, "2017-03-01", "2017-03-02");
    anOfficer("330602")
        .request()
        .get(API + "/impact-previews/" + other.path("id"))
        .then()
        .statusCode(404);
  }

  private static void push(Member member, String no, String inList) {
    var stay = stay(no, inList);
    stay.put("admittedOn", DAY);
    stay.put("dischargedOn", "2017-03-09");
    hospital()
        .request()
        .body(settlement(no, member, stay))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
  }

  private static String draft(String deductible, String firstRate) {
    String year = OFFICER.request().get(API + "/plan-years").path("find { it.year == 2017 }.id");
    String path = API + "/plan-years/" + year + "/versions";
    var terms =
        new HashMap<>(
            OFFICER.request().body(Map.of()).post(path).<Map<String, Object>>path("terms"));
    var hospital = new HashMap<>(mapOf(terms, "hospital"));
    hospital.put("deductible", deductible);
    var first = new HashMap<>(firstTier(hospital));
    first.put("rate", firstRate);
    first.put("upTo", null);
    hospital.put("tiers", List.of(first));
    terms.put("hospital", hospital);
    return OFFICER.request().body(Map.of("terms", terms)).post(path).path("id");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mapOf(Map<String, Object> json, String field) {
    return (Map<String, Object>) requireNonNull(json.get(field));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> firstTier(Map<String, Object> hospital) {
    return ((List<Map<String, Object>>) requireNonNull(hospital.get("tiers"))).getFirst();
  }

  private static Response ask(TestCaller who, String version, String from, String until) {
    return who.request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("from", from, "until", until))
        .post(API + "/plan-versions/" + version + "/impact-previews");
  }

  private static Response finished(String id) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> OFFICER.request().get(API + "/impact-previews/" + id),
            answer -> answer.path("finishedAt") != null);
  }

  private List<Long> state() {
    return List.of(
        books.count("select count(*) as n from decision"),
        books.count("select count(*) as n from claim_step"),
        books.count("select count(*) as n from payout"),
        books.sum("select coalesce(sum(used), 0) as n from accumulator").fen(),
        books.sum("select coalesce(sum(taken), 0) as n from bill").fen());
  }
}
