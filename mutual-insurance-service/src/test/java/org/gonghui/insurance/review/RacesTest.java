package org.gonghui.insurance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.review.Filing.OFFICER;
import static org.gonghui.insurance.review.Filing.OTHER_REVIEWER;
import static org.gonghui.insurance.review.Filing.REVIEWER;
import static org.gonghui.insurance.review.Filing.act;
import static org.gonghui.insurance.review.Filing.draft;
import static org.gonghui.insurance.review.Filing.inReview;
import static org.gonghui.insurance.review.Filing.stayClaim;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

/** Many at once, with real threads against the real database. */
@QuarkusTest
class RacesTest {
  @Inject City city;
  @Inject Sql sql;

  @Test
  void two_hundred_claims_at_once_use_up_exactly_what_is_left() throws Exception {
    var member = city.member();
    sql.update("update plan_version set terms = jsonb_set(terms, '{control,duplicateDays}', '-1')");
    sql.update(
        "insert into accumulator (person_key, plan_year, limit_code, limit_value, used)"
            + " values (?, 2017, 'HOSPITAL_AMOUNT', 50000, 49000)",
        member.key());

    var statuses =
        atOnce(
            IntStream.range(0, 200)
                .<Callable<Integer>>mapToObj(i -> () -> send(apart(i), "Z-" + i, member))
                .toList());

    assertThat(statuses).containsOnly(201);
    assertThat(number("select used as n from accumulator where person_key = ?", member))
        .isEqualTo("50000.00");
    assertThat(
            number(
                "select sum(amount) as n from bill_entry e join bill b using (bill_key) where b.person_key = ?",
                member))
        .isEqualTo("1000.00");
    assertThat(number("select sum(granted) as n from claim where person_key = ?", member))
        .isEqualTo("1000.00");
  }

  @Test
  void fifty_copies_half_by_hand_are_one_claim() throws Exception {
    var member = city.member();
    var work = new ArrayList<Callable<Integer>>();
    for (var i = 0; i < 25; i++) {
      work.add(() -> send(stay("COPY", "3800.00"), "COPY-S", member));
      work.add(
          () -> draft(OFFICER, stayClaim(member, stay("COPY", "3800.00"))).extract().statusCode());
    }

    var statuses = atOnce(work);

    assertThat(statuses).allMatch(status -> status == 200 || status == 201 || status == 409);
    assertThat(
            sql.list(
                "select status from claim where person_key = ?",
                r -> r.text("status"),
                member.key()))
        .containsExactly("APPROVED");
    assertThat(
            number(
                "select sum(amount) as n from bill_entry e join bill b using (bill_key) where b.person_key = ?",
                member))
        .isEqualTo("1485.00");
    assertThat(
            number(
                "select count(*) as n from payout p join claim c on c.id = p.source_id where c.person_key = ?",
                member))
        .isEqualTo("1");
  }

  @Test
  void approval_and_refusal_at_once_have_one_winner() throws Exception {
    var id = inReview(city.member(), "Q-1", "3800.00");
    var refused = Map.of("codes", List.of("EXCLUDED"), "text", "属于除外责任");

    var statuses =
        atOnce(
            List.<Callable<Integer>>of(
                () -> act(REVIEWER, id, 1, "approval", "").extract().statusCode(),
                () -> act(OTHER_REVIEWER, id, 1, "refusal", refused).extract().statusCode()));

    assertThat(statuses).contains(200).anyMatch(status -> status == 409 || status == 412);
  }

  @Test
  void a_bill_that_aid_reserves_in_parallel_is_never_paid_twice() throws Exception {
    for (var round = 0; round < 10; round++) {
      var member = city.member();
      var invoice = "BILL-" + round;
      var key = openBill(member, invoice);
      var body = Map.of("reference", "aid-" + round, "amount", "3000.00");

      var statuses =
          atOnce(
              List.<Callable<Integer>>of(
                  () -> send(stay(invoice, "3800.00"), "BILL-S-" + round(invoice), member),
                  () ->
                      aid()
                          .header("Idempotency-Key", invoice)
                          .body(body)
                          .post(API + "/bills/" + key + "/reservations")
                          .statusCode()));

      assertThat(statuses).allMatch(status -> status == 201 || status == 422);
      assertThat(
              sql.list(
                  "select 1 as one from bill where bill_key = ? and taken > out_of_pocket",
                  r -> r.number("one"),
                  key))
          .isEmpty();
      assertThat(
              number(
                  "select sum(amount) as n from bill_entry e join bill b using (bill_key) where b.person_key = ?",
                  member))
          .isIn("3800.00", "1485.00");
    }
  }

  private static String round(String invoice) {
    return invoice;
  }

  private static io.restassured.specification.RequestSpecification aid() {
    return TestCaller.aPartner("aid-service", "mutual-insurance:bills:reserve").request();
  }

  private static String openBill(Member member, String invoice) {
    return aid()
        .body(
            Map.of(
                "providerCode",
                City.HOSPITAL,
                "invoiceNo",
                invoice,
                "personKey",
                member.key().value(),
                "planYear",
                2017,
                "outOfPocket",
                "3800.00"))
        .post(API + "/bills")
        .then()
        .statusCode(200)
        .extract()
        .path("billKey");
  }

  /** A stay of its own: another day, another invoice, worth 85.00. */
  private static Map<String, Object> apart(int i) {
    var stay = stay("Z-" + i, "%d.00".formatted(700 + i));
    stay.put("dischargedOn", "2017-05-08");
    return stay;
  }

  private static int send(Map<String, Object> stay, String no, Member member) {
    return hospital()
        .request()
        .body(settlement(no, member, stay))
        .post(API + "/settlements")
        .statusCode();
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(Math.min(work.size(), 200))) {
      return threads.invokeAll(work).stream().map(Future::resultNow).toList();
    }
  }

  private String number(String query, Member member) {
    return sql.list(query, row -> row.text("n"), member.key()).getFirst();
  }
}
