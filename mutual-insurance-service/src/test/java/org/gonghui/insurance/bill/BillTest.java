package org.gonghui.insurance.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.bill.BillProblems.BILL_ROOM_EXCEEDED;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.kit.problem.Problems.ILLEGAL_TRANSITION;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

/** A bill that two departments pay on, in both orders. */
@QuarkusTest
class BillTest {
  private static final TestCaller AID =
      TestCaller.aPartner("aid-service", "mutual-insurance:bills:reserve");

  @Inject City city;
  @Inject Sql sql;

  @Test
  void what_aid_reserved_first_is_left_out_of_the_benefit() {
    var member = city.member();
    var bill = open(member, "B-1");
    reserve(bill, "aid-1", "6200.00").statusCode(201);

    settle("B-1", member);

    assertThat(granted(member)).isEqualTo("2800.00");
    assertThat(taken(bill)).isEqualTo("9000.00");
    reserve(bill, "aid-2", "0.01").spec(problem(BILL_ROOM_EXCEEDED)).body("room", equalTo("0.00"));
  }

  @Test
  void what_the_benefit_took_first_is_left_out_of_the_reservation() {
    var member = city.member();
    settle("B-2", member);
    var bill = open(member, "B-2");

    reserve(bill, "aid-1", "5500.01")
        .spec(problem(BILL_ROOM_EXCEEDED))
        .body("room", equalTo("5500.00"));
    String id = reserve(bill, "aid-1", "5500.00").statusCode(201).extract().path("id");
    assertThat(taken(bill)).isEqualTo("9000.00");

    move(id, "release").statusCode(200).body("state", equalTo("RELEASED"));
    move(id, "release").statusCode(200);
    assertThat(taken(bill)).isEqualTo("3500.00");
    String paid = reserve(bill, "aid-1", "100.00").statusCode(201).extract().path("id");
    move(paid, "payment").statusCode(200).body("state", equalTo("PAID"));
    move(id, "payment").spec(problem(ILLEGAL_TRANSITION));
    assertThat(taken(bill)).isEqualTo("3600.00");
  }

  @Test
  void a_reservation_belongs_to_whoever_made_it() {
    var bill = open(city.member(), "B-3");
    String id = reserve(bill, "aid-1", "10.00").statusCode(201).extract().path("id");

    TestCaller.aPartner("other", "mutual-insurance:bills:reserve")
        .request()
        .header("Idempotency-Key", "other-1")
        .post(API + "/bill-reservations/" + id + "/release")
        .then()
        .spec(problem(NOT_FOUND));
    reserve(bill, "aid-2", "-1.00").statusCode(400);
  }

  private static String open(Member member, String invoice) {
    return AID.request()
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
                "9000.00"))
        .post(API + "/bills")
        .then()
        .statusCode(200)
        .extract()
        .path("billKey");
  }

  private static ValidatableResponse reserve(String bill, String reference, String amount) {
    return AID.request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("reference", reference, "amount", amount))
        .post(API + "/bills/" + bill + "/reservations")
        .then();
  }

  private static ValidatableResponse move(String reservation, String how) {
    return AID.request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post(API + "/bill-reservations/" + reservation + "/" + how)
        .then();
  }

  /** In-list 8,000.00, off-list 1,000.00: 3,500.00 by the terms, 9,000.00 out of pocket. */
  private static void settle(String no, Member member) {
    var stay = stay(no, "8000.00");
    stay.put("offListSelfPaid", "1000.00");
    stay.put("totalCost", "17000.00");
    hospital()
        .request()
        .body(settlement(no, member, stay))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
  }

  private String granted(Member member) {
    return sql.list(
            "select granted from claim where person_key = ?",
            row -> row.text("granted"),
            member.key())
        .getFirst();
  }

  private String taken(String bill) {
    return sql.list(
            """
            select b.taken from bill b where b.bill_key = ? and b.taken = (
              select coalesce(sum(e.amount), 0) from bill_entry e
              where e.bill_key = b.bill_key and e.state <> 'RELEASED')
            """,
            row -> row.text("taken"),
            bill)
        .getFirst();
  }
}
