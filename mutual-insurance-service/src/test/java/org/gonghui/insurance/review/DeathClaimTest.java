package org.gonghui.insurance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.review.Filing.OFFICER;
import static org.gonghui.insurance.review.Filing.REVIEWER;
import static org.gonghui.insurance.review.Filing.act;
import static org.gonghui.insurance.review.Filing.deathClaim;
import static org.gonghui.insurance.review.Filing.draft;
import static org.gonghui.insurance.review.Filing.papers;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.gonghui.insurance.death.Beneficiaries;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.testing.TestCaller;
import org.gonghui.kit.testing.TestListener;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeathClaimTest {
  private static final String[] PAPERS = {
    "DEATH_CERTIFICATE", "HOUSEHOLD_DEREGISTRATION", "PROOF_OF_RELATION"
  };

  @Inject City city;
  @Inject Sql sql;

  @Test
  void heirs_of_the_first_order_share_equally_and_the_death_is_told_once() {
    var dead = city.member();
    String id =
        draft(OFFICER, deathClaim(dead, List.of(heir("CHILD"), heir("SIBLING"), heir("SPOUSE"))))
            .statusCode(201)
            .extract()
            .path("id");
    papers(OFFICER, id, PAPERS);
    act(OFFICER, id, 0, "submission", "").statusCode(200).body("status", equalTo("IN_REVIEW"));

    act(REVIEWER, id, 1, "approval", "").statusCode(200).body("granted", equalTo("3000.00"));

    assertThat(payouts(id)).containsExactly("1 1500.00", "3 1500.00");
    assertThat(deceased(dead)).isEqualTo(1);
    notice("D-1", dead).statusCode(201);
    assertThat(deceased(dead)).isEqualTo(1);
    assertThat(coverEnd(dead)).isEqualTo("2017-05-21");
  }

  @Test
  void a_notice_ends_the_cover_and_drafts_the_claim_that_heirs_complete() {
    var dead = city.member();

    notice("D-2", dead).statusCode(201);
    notice("D-2", dead).statusCode(200);

    assertThat(coverEnd(dead)).isEqualTo("2017-05-21");
    draft(OFFICER, deathClaim(dead, List.of(heir("SPOUSE"))))
        .statusCode(200)
        .body("status", equalTo("DRAFT"));
    var stayBefore = City.stay("D-2-I", "3800.00");
    City.hospital()
        .request()
        .body(City.settlement("D-2-S", dead, stayBefore))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
    assertThat(
            sql.list(
                "select granted from claim where person_key = ? and kind = 'HOSPITAL'",
                r -> r.text("granted"),
                dead.key()))
        .containsExactly("1485.00");
  }

  @Test
  void nobody_is_paid_while_no_heir_is_named() {
    var dead = city.member();
    String id = draft(OFFICER, deathClaim(dead, List.of())).statusCode(201).extract().path("id");
    papers(OFFICER, id, PAPERS);
    act(OFFICER, id, 0, "submission", "").statusCode(200);

    act(REVIEWER, id, 1, "approval", "").spec(problem(Beneficiaries.NO_HEIRS));

    assertThat(deceased(dead)).isZero();
  }

  @Test
  void heirs_who_file_in_parallel_meet_in_one_claim() throws Exception {
    var dead = city.member();
    var heirs = Stream.generate(city::stranger).limit(7).toList();

    List<String> ids;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var filed =
          threads.invokeAll(
              heirs.stream()
                  .<java.util.concurrent.Callable<String>>map(
                      heir ->
                          () ->
                              draft(heir.caller(), deathClaim(dead, List.of(heir("CHILD", heir))))
                                  .extract()
                                  .path("id"))
                  .toList());
      ids = filed.stream().map(java.util.concurrent.Future::resultNow).toList();
    }

    assertThat(new HashSet<>(ids)).hasSize(1).doesNotContainNull();
    var id = ids.getFirst();
    heirs.forEach(h -> h.caller().request().get(API + "/claims/" + id).then().statusCode(200));
    papers(heirs.getFirst().caller(), id, PAPERS);
    act(heirs.getFirst().caller(), id, 0, "submission", "").statusCode(200);
    act(REVIEWER, id, 1, "approval", "").statusCode(200).body("granted", equalTo("3000.00"));
    assertThat(payouts(id)).hasSize(7).allMatch(share -> share.matches("\\d 428.5[78]"));
    assertThat(payouts(id))
        .filteredOn(share -> share.endsWith("428.58"))
        .containsExactly("1 428.58");
    assertThat(deceased(dead)).isEqualTo(1);
  }

  private List<String> payouts(String claim) {
    return sql.list(
        "select payee_no, amount from payout where source_id = ?::uuid order by payee_no",
        row -> row.text("payee_no") + " " + row.text("amount"),
        claim);
  }

  private Map<String, Object> heir(String relation) {
    return heir(relation, city.stranger());
  }

  private static Map<String, Object> heir(String relation, Member person) {
    return Map.of("name", "王小红", "idNumber", person.idNumber(), "relation", relation);
  }

  private static io.restassured.response.ValidatableResponse notice(String no, Member dead) {
    return TestCaller.aPartner("civil-affairs", "mutual-insurance:deaths:write")
        .request()
        .body(
            Map.of(
                "noticeNo",
                no,
                "idNumber",
                dead.idNumber(),
                "diedOn",
                "2017-05-20",
                "declaredAt",
                City.DECLARED))
        .post(API + "/death-notices")
        .then();
  }

  private static int deceased(Member dead) {
    try (var listener = TestListener.on("gonghui.mutual-insurance.member")) {
      Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
      return (int)
          listener.soFar().stream()
              .filter(heard -> heard.payload().contains(dead.key().value()))
              .count();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String coverEnd(Member dead) {
    return sql.list(
            "select cover_until from enrolment where person_key = ?",
            r -> r.text("cover_until"),
            dead.key())
        .getFirst();
  }
}
