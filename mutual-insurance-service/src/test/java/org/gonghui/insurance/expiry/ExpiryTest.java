package org.gonghui.insurance.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.review.Filing.act;
import static org.gonghui.insurance.review.Filing.stayClaim;
import static org.gonghui.kit.problem.Problems.ILLEGAL_TRANSITION;
import static org.gonghui.kit.testing.ProblemAssert.problem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.insurance.review.Filing;
import org.gonghui.insurance.sql.Sql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiryTest {
  @Inject City city;
  @Inject Sql sql;
  @Inject ClaimExpiry claims;
  @Inject UnprocessedSettlements settlements;
  @Inject Clock clock;

  @Test
  void a_draft_sleeps_ninety_days_and_then_ends_once_however_late_and_often_it_is_looked_at()
      throws Exception {
    var member = city.member();
    var id = draft(member, "X-1");

    claims.run(in(90));
    assertThat(status(id)).isEqualTo("DRAFT");
    Callable<Boolean> round =
        () -> {
          claims.run(in(400));
          return true;
        };
    try (var threads = Executors.newFixedThreadPool(4)) {
      assertThat(threads.invokeAll(Collections.nCopies(4, round)))
          .allMatch(done -> done.resultNow());
    }

    assertThat(status(id)).isEqualTo("EXPIRED");
    assertThat(steps(id)).containsExactly("DRAFTED", "EXPIRED");
    act(member.caller(), id, 1, "submission", "").spec(problem(ILLEGAL_TRANSITION));
    assertThat(draft(member, "X-1")).isNotEqualTo(id);
  }

  @Test
  void a_claim_whose_papers_never_came_ends_after_sixty_days_and_its_bill_is_free() {
    var member = city.member();
    var id = draft(member, "X-2");
    act(member.caller(), id, 0, "submission", "").statusCode(200);

    claims.run(in(60));
    assertThat(status(id)).isEqualTo("INCOMPLETE");
    claims.run(in(61));

    assertThat(status(id)).isEqualTo("EXPIRED");
    hospital()
        .request()
        .body(settlement("X-2-S", member, stay("X-2", "3800.00")))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
    assertThat(
            sql.list(
                "select status from claim where person_key = ? order by no",
                row -> row.text("status"),
                member.key()))
        .containsExactly("EXPIRED", "APPROVED");
  }

  @Test
  void the_days_are_those_of_the_terms() {
    var member = city.member();
    sql.update("update plan_version set terms = jsonb_set(terms, '{claims,draftExpiryDays}', '5')");
    String id;
    try {
      id = draft(member, "X-3");
    } finally {
      sql.update(
          "update plan_version set terms = jsonb_set(terms, '{claims,draftExpiryDays}', '90')");
    }

    claims.run(in(5));
    assertThat(status(id)).isEqualTo("DRAFT");
    claims.run(in(6));
    assertThat(status(id)).isEqualTo("EXPIRED");
  }

  @Test
  void numbers_kept_in_vain_are_forgotten_when_nothing_can_come_of_them() {
    var stranger = city.stranger();
    var silent = city.withoutConsent();
    send("X-4", stranger);
    send("X-5", silent);

    settlements.run(in(30));
    assertThat(numbers(stranger, silent)).containsExactly("X-4", "X-5");
    settlements.run(in(31));
    assertThat(numbers(stranger, silent)).containsExactly("X-5");
    settlements.run(in(180));
    assertThat(numbers(stranger, silent)).containsExactly("X-5");
    settlements.run(in(181));
    assertThat(numbers(stranger, silent)).isEmpty();
  }

  private Instant in(int days) {
    return clock.instant().plus(Duration.ofDays(days));
  }

  private static String draft(Member member, String invoice) {
    return Filing.draft(member.caller(), stayClaim(member, stay(invoice, "3800.00")))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void send(String no, Member member) {
    hospital()
        .request()
        .body(settlement(no, member, stay(no, "3800.00")))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
  }

  private String status(String id) {
    return sql.list("select status from claim where id = ?::uuid", r -> r.text("status"), id)
        .getFirst();
  }

  private List<String> steps(String id) {
    return sql.list(
        "select step from claim_step where claim_id = ?::uuid order by at, id",
        row -> row.text("step"),
        id);
  }

  private List<String> numbers(Member one, Member two) {
    return sql.list(
        "select settlement_no from settlement where person_key in (?, ?) order by 1",
        row -> row.text("settlement_no"),
        one.key(),
        two.key());
  }
}
