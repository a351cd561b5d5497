package org.gonghui.aid.jobaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.aClerk;
import static org.gonghui.kit.testing.TestCaller.aPartner;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gonghui.aid.person.Someone;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.testing.TestCaller;
import org.gonghui.kit.testing.TestClock;
import org.gonghui.kit.testing.TestListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobAidTest {
  private static final String AID = "/api/aid/v1/";
  private static final String TOWN = "330604001";
  private static final TestCaller OFFICER = anOfficer(TOWN);
  private static final CreditCode EMPLOYER = CreditCode.of("91330600MA2A000160");

  @Inject TestClock clock;

  @AfterEach
  void run_the_clock() {
    clock.run();
  }

  @Test
  void a_person_is_referred_offered_work_placed_and_asked_about() {
    var vacancy = aVacancy(1);
    var news = TestListener.on("gonghui.aid.placement");
    clock.stopOn(LocalDate.parse("2018-01-16"));
    var body = new HashMap<String, Object>();
    body.put("person", Someone.named());
    body.put("area", TOWN);
    body.put("vacancyId", vacancy);
    body.put("on", "2018-01-09");

    var id = post(OFFICER, "placements", body).statusCode(201).extract().path("id").toString();
    act(id, "offer", 0, Map.of()).statusCode(200).body("status", equalTo("OFFERED"));
    act(id, "start", 1, Map.of("startOn", "2018-01-16", "proof", "contract 2018-17"))
        .statusCode(200)
        .body("status", equalTo("PLACED"))
        .body("checkDueOn", equalTo("2018-02-15"));

    OFFICER.request().get(AID + "vacancies/" + vacancy).then().body("status", equalTo("FILLED"));
    OFFICER
        .request()
        .get(AID + "placements?limit=200&checkDueUntil=2018-02-15")
        .then()
        .body("items.id", hasItem(id));
    clock.stopOn(LocalDate.parse("2018-02-15"));
    act(id, "checks", 2, Map.of("check", "DAY_30", "stillEmployed", false))
        .statusCode(200)
        .body("status", equalTo("ENDED"))
        .body("checkDueOn", nullValue());
    await()
        .untilAsserted(
            () ->
                assertThat(news.soFar())
                    .filteredOn(event -> event.key().equals(id))
                    .singleElement()
                    .satisfies(event -> assertThat(event.payload()).contains("2018-01-16")));
  }

  @Test
  void a_month_counts_persons_once_however_often_they_were_helped() {
    var month = "statistics/job-aid?year=2019&area=330604&window=AID_MONTH";
    var twice = Someone.named();
    help(twice, "COUNSELLING", "2019-01-07").statusCode(201);
    help(twice, "REFERRAL", "2019-01-07").statusCode(201);
    help(twice, "COUNSELLING", "2019-01-08").statusCode(201);
    help(Someone.named(), "TRAINING", "2019-01-31").statusCode(201);
    help(Someone.named(), "TRAINING", "2019-02-01").statusCode(201);
    place(twice, "2019-05-01", "A");
    get(month).body("served", equalTo(2)).body("placed", equalTo(1)).body("services", equalTo(4));

    place(twice, "2019-01-20", "B");

    get(month).body("placed", equalTo(1)).body("areas.served", contains(2, 2));
    get(month + "&rows=true").body("rows", hasSize(2));
    get("statistics/job-aid?year=2019&area=330604").body("served", equalTo(3));
    get("statistics/job-aid?year=2020&area=330604").body("ratioToPreviousYear", equalTo(0.0f));
  }

  @Test
  void who_begins_more_than_ninety_days_after_the_month_does_not_count_as_placed() {
    var late = Someone.named();
    help(late, "COUNSELLING", "2021-01-07").statusCode(201);

    place(late, "2021-05-02", "A");

    get("statistics/job-aid?year=2021&area=330604&window=AID_MONTH")
        .body("served", equalTo(1))
        .body("placed", equalTo(0));
  }

  @Test
  void the_same_service_twice_is_refused_also_with_and_without_a_fair() {
    var person = Someone.named();
    help(person, "FAIR_VISIT", "2017-01-07").statusCode(201);

    help(person, "FAIR_VISIT", "2017-01-07")
        .statusCode(409)
        .body("code", equalTo("SERVICE_EXISTS"));
    help(person, "TRAINING", LocalDate.now(Clock.systemUTC()).plusDays(2).toString())
        .statusCode(422)
        .body("errors.pointer", contains("/on"));
    var fair =
        post(
                OFFICER,
                "job-fairs",
                Map.of(
                    "area",
                    TOWN,
                    "name",
                    "春风行动",
                    "heldOn",
                    "2017-01-07",
                    "place",
                    "曹娥街道",
                    "employers",
                    30))
            .statusCode(201)
            .extract()
            .path("id")
            .toString();
    var visit = new HashMap<String, Object>();
    visit.put("person", person);
    visit.put("area", TOWN);
    visit.put("kind", "FAIR_VISIT");
    visit.put("on", "2017-01-07");
    visit.put("fairId", fair);
    post(OFFICER, "job-services", visit).statusCode(201);
    visit.put("on", "2017-01-08");
    post(OFFICER, "job-services", visit).statusCode(422).body("code", equalTo("FAIR_UNKNOWN"));
  }

  @Test
  void two_referrals_at_once_of_one_person_to_one_employer_leave_one() throws Exception {
    var referral = Map.of("person", Someone.named(), "area", TOWN, "employer", EMPLOYER.value());
    Callable<Integer> refer = () -> post(OFFICER, "placements", referral).extract().statusCode();

    try (var pool = Executors.newFixedThreadPool(8)) {
      var answers = pool.invokeAll(IntStream.range(0, 8).mapToObj(_ -> refer).toList());
      var statuses = answers.stream().map(answer -> answer.resultNow()).sorted().toList();
      assertThat(statuses).startsWith(201).doesNotContain(500, 503);
      assertThat(statuses.subList(1, 8)).containsOnly(409);
    }
  }

  @Test
  void a_clerk_offers_for_the_own_employer_alone_and_everybody_in_the_city_sees_it() {
    var clerk = aClerk(EMPLOYER, TOWN);
    var offered = new HashMap<>(offer(2));
    var id = post(clerk, "vacancies", offered).statusCode(201).extract().path("id").toString();

    a(Role.MEMBER, "330681001")
        .request()
        .get(AID + "vacancies/" + id)
        .then()
        .statusCode(200)
        .body("employer", equalTo(EMPLOYER.value()));
    a(Role.MEMBER, "330102001").request().get(AID + "vacancies/" + id).then().statusCode(404);
    offered.put("employer", "91350100M000100Y43");
    post(clerk, "vacancies", offered).statusCode(404);
    post(anOfficer("330681"), "vacancies", offered).statusCode(404);
    post(aPartner("bureau", "aid:vacancies:write"), "vacancies", offered).statusCode(201);
    post(aPartner("bureau", "aid:other:write"), "vacancies", offered).statusCode(403);
    aClerk(CreditCode.of("91350100M000100Y43"), TOWN)
        .request()
        .header("If-Match", "\"0\"")
        .post(AID + "vacancies/" + id + "/closure")
        .then()
        .statusCode(404);
    clerk
        .request()
        .header("If-Match", "\"0\"")
        .post(AID + "vacancies/" + id + "/closure")
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"));
  }

  @Test
  void an_offer_ends_after_sixty_days_and_a_member_finds_what_fits() {
    var id = aVacancy(3);

    var member = a(Role.MEMBER, TOWN);
    var matches = AID + "vacancy-matches?trade=电工&pay=3000.00";
    member
        .request()
        .get(matches)
        .then()
        .statusCode(200)
        .body("vacancy.id", hasItem(id))
        .body("[0].reasons", contains("SAME_TRADE", "PAY_AS_WISHED", "SAME_TOWN"));
    clock.stopOn(LocalDate.now(clock).plusDays(61));
    member.request().get(matches).then().body("vacancy.id", not(hasItem(id)));
  }

  @Test
  void only_officers_record_and_only_of_their_area() {
    var help =
        Map.of("person", Someone.named(), "area", TOWN, "kind", "TRAINING", "on", "2017-01-07");
    var referral = Map.of("person", Someone.named(), "area", TOWN, "employer", EMPLOYER.value());

    post(anOfficer("330681"), "job-services", help).statusCode(404);
    post(anOfficer("330681"), "placements", referral).statusCode(404);
    for (var role : new String[] {Role.MEMBER, Role.EMPLOYER_CLERK, Role.OPS}) {
      post(a(role, TOWN), "job-services", help).statusCode(403);
      post(a(role, TOWN), "placements", referral).statusCode(403);
      a(role, TOWN).request().get(AID + "placements").then().statusCode(403);
      a(role, TOWN).request().get(AID + "statistics/job-aid?year=2017").then().statusCode(403);
    }
    OFFICER.request().get(AID + "statistics/job-aid?year=2017&area=330681").then().statusCode(404);
    a(Role.EMPLOYER_CLERK, TOWN).request().get(AID + "vacancy-matches").then().statusCode(403);
    post(a(Role.MEMBER, TOWN), "vacancies", offer(1)).statusCode(403);
  }

  private void place(Map<String, String> person, String startOn, String last) {
    var employer =
        CreditCode.ofPrefix("91330600MA2A0" + startOn.substring(2, 4) + last + "0").value();
    var referral = Map.of("person", person, "area", TOWN, "employer", employer, "on", startOn);
    var id = post(OFFICER, "placements", referral).statusCode(201).extract().path("id").toString();
    act(id, "offer", 0, Map.of()).statusCode(200);
    act(id, "start", 1, Map.of("startOn", startOn, "proof", "contract")).statusCode(200);
  }

  private static ValidatableResponse help(Map<String, String> person, String kind, String on) {
    return post(
        OFFICER, "job-services", Map.of("person", person, "area", TOWN, "kind", kind, "on", on));
  }

  private static String aVacancy(int places) {
    var offered = new HashMap<>(offer(places));
    offered.put("employer", EMPLOYER.value());
    return post(OFFICER, "vacancies", offered).statusCode(201).extract().path("id").toString();
  }

  private static Map<String, Object> offer(int places) {
    return Map.of(
        "area",
        TOWN,
        "offer",
        Map.of(
            "title", "维修电工", "trade", "电工", "places", places, "payFrom", "2500.00", "payTo",
            "3500.00", "shift", "DAY"));
  }

  private static ValidatableResponse act(String id, String act, int version, Map<String, ?> body) {
    var request = OFFICER.request().header("If-Match", "\"" + version + "\"");
    if (!body.isEmpty()) {
      request = request.contentType("application/json").body(body);
    }
    return request.post(AID + "placements/" + id + "/" + act).then();
  }

  private static ValidatableResponse get(String path) {
    return anOfficer("330604").request().get(AID + path).then().statusCode(200);
  }

  private static ValidatableResponse post(TestCaller caller, String path, Map<String, ?> body) {
    return caller.request().contentType("application/json").body(body).post(AID + path).then();
  }
}
