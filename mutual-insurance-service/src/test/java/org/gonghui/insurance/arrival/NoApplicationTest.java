package org.gonghui.insurance.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.review.Filing.OFFICER;
import static org.gonghui.insurance.review.Filing.REVIEWER;
import static org.gonghui.insurance.review.Filing.act;
import static org.gonghui.insurance.review.Filing.draft;
import static org.gonghui.insurance.review.Filing.papers;
import static org.gonghui.insurance.review.Filing.stayClaim;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.insurance.sql.Sql;
import org.junit.jupiter.api.Test;

/** Benefits that need no application, and applications that only people refuse. */
@QuarkusTest
class NoApplicationTest {
  private static final String[] PAPERS = {"SETTLEMENT_SHEET", "INVOICE", "DISCHARGE_SUMMARY"};

  @Inject City city;
  @Inject Sql sql;
  @Inject PayoutFixture payouts;

  @Test
  void a_benefit_is_paid_without_a_request_or_a_trip_of_the_member() {
    payouts.fill("50000000.00");
    var member = city.in("330685001").member();
    payouts.giveAccount("330685", member.key(), "6222020000004714").statusCode(200);

    settle("N-1", member, "2017-05-08");
    var _ = payouts.paid("330685", "2017-12-29");

    var claim =
        OFFICER.in("330685").request().get(API + "/claims").then().statusCode(200).extract();
    assertThat(claim.<List<String>>path("items.status")).containsExactly("PAID");
    assertThat(claim.<List<Integer>>path("items.visitCount")).containsExactly(0);
    assertThat(
            sql.list(
                "select distinct actor from claim_step s join claim c on c.id = s.claim_id"
                    + " where c.person_key = ?",
                row -> row.text("actor"),
                member.key()))
        .containsExactly("partner:hospital");
  }

  @Test
  void no_rule_refuses_what_somebody_filed() {
    filed(city.member(), stay("N-2", "430.00"), "BELOW_DEDUCTIBLE");
    filed(city.joiner(LocalDate.of(2017, 4, 20)), stay("N-3", "3800.00"), "WAITING");
    filed(city.stranger(), stay("N-4", "3800.00"), "NOT_COVERED");
    var crime = stay("N-5", "3800.00");
    crime.put("cause", "CRIME");
    var id = filed(city.member(), crime, "EXCLUDED");

    assertThat(
            number(
                "select count(*) as n from claim where status = 'REFUSED' and not exists ("
                    + "select from claim_step s where s.claim_id = claim.id and s.step = 'REFUSED'"
                    + " and s.actor like 'sub-%')"))
        .isEqualTo("0");
    var typed = Map.of("amount", "9999.00", "source", "me", "reason", "because I want");
    act(REVIEWER, id, 1, "fact-corrections", typed).statusCode(400);
  }

  @Test
  void cover_holds_from_its_first_to_its_last_day_and_on_the_day_of_death() {
    var member = city.member();
    settle("N-6", member, "2017-01-01");
    settle("N-7", member, "2017-12-31");
    settle("N-8", member, "2018-01-01");
    var dead = city.member();
    sql.update("update person set died_on = '2017-05-20' where person_key = ?", dead.key());
    sql.update("update enrolment set cover_until = '2017-05-21' where person_key = ?", dead.key());
    settle("N-9", dead, "2017-05-20");
    settle("N-10", dead, "2017-05-21");

    assertThat(settlements(member)).containsExactly("CLAIMED", "CLAIMED", "NOT_COVERED");
    assertThat(settlements(dead)).containsExactly("CLAIMED", "NOT_COVERED");
  }

  @Test
  void an_invoice_that_another_person_claims_goes_to_people_and_tells_nothing() {
    var first = city.member();
    settle("N-11", first, "2017-05-08");
    var second = city.member();
    String id =
        draft(second.caller(), stayClaim(second, stay("N-11", "3800.00")))
            .statusCode(201)
            .extract()
            .path("id");
    papers(second.caller(), id, PAPERS);

    act(second.caller(), id, 0, "submission", "")
        .statusCode(200)
        .body("status", equalTo("IN_REVIEW"))
        .body("reviewReasons", not(hasItem("SOFT_DUPLICATE")));

    REVIEWER
        .request()
        .get(API + "/claims/" + id)
        .then()
        .body("reviewReasons", hasItem("SOFT_DUPLICATE"));
    var timeline = second.caller().request().get(API + "/claims/" + id + "/timeline").asString();
    assertThat(timeline).doesNotContain("SOFT_DUPLICATE");
  }

  private static String filed(Member member, Map<String, Object> stay, String reason) {
    String id = draft(OFFICER, stayClaim(member, stay)).statusCode(201).extract().path("id");
    papers(OFFICER, id, PAPERS);
    act(OFFICER, id, 0, "submission", "")
        .statusCode(200)
        .body("status", equalTo("IN_REVIEW"))
        .body("reviewReasons", hasItem("NOT_PAYABLE"));
    OFFICER
        .request()
        .get(API + "/claims/" + id + "/decisions")
        .then()
        .body("[0].reasons", hasItem(reason));
    return id;
  }

  private static void settle(String no, Member member, String admitted) {
    var stay = new HashMap<>(stay(no, "3800.00"));
    stay.put("admittedOn", admitted);
    stay.put("dischargedOn", LocalDate.parse(admitted).plusDays(5).toString());
    hospital()
        .request()
        .body(settlement(no, member, stay))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
  }

  private List<String> settlements(Member member) {
    return sql.list(
        "select status from settlement where person_key = ? order by id",
        row -> row.text("status"),
        member.key());
  }

  private String number(String query) {
    return sql.list(query, row -> row.text("n")).getFirst();
  }
}
