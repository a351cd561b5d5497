package org.gonghui.insurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.payout.PayoutFixture.BASE;
import static org.gonghui.insurance.payout.PayoutFixture.approver;
import static org.gonghui.insurance.payout.PayoutFixture.finance;
import static org.gonghui.insurance.payout.PayoutFixture.freshArea;
import static org.gonghui.insurance.statement.StatementText.aStatement;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.person.PersonKey;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** A batch of -Dgonghui.large-batch (3,000 here, 100,000 to measure) from building to booking. */
@QuarkusTest
class LargeBatchTest {
  private static final int SIZE = Integer.getInteger("gonghui.large-batch", 3_000);
  private static final int LONGEST_MILLIS = 60_000;

  private static final Logger LOG = Logger.getLogger(LargeBatchTest.class);

  @Inject PayoutFixture payouts;
  private final Map<String, Long> millis = new LinkedHashMap<>();

  @Test
  void a_large_batch_is_built_approved_written_and_booked_in_a_minute() throws Exception {
    payouts.fill("90000000.00");
    var area = freshArea();
    grantMany(area, payouts.somebodyWithAccount(area));

    var built = timed("build", () -> payouts.build(area).statusCode(201).extract());
    var id = built.path("id").toString();
    Map<String, Object> seen =
        Map.of(
            "count", SIZE,
            "total", built.<String>path("total"),
            "hash", built.<String>path("hash"));
    payouts.step(finance(area), id, "submission", 0, null).statusCode(200);
    timed("approve", () -> payouts.step(approver(area), id, "approval", 1, seen).statusCode(200));
    timed("dispatch", () -> payouts.step(finance(area), id, "dispatch", 2, null).statusCode(200));
    var sent = timed("file", () -> payouts.sent(id));
    var statement = aStatement();
    sent.forEach(one -> statement.debit(one.endToEndId(), one.amount()));
    timed(
        "statement",
        () -> payouts.book(statement.toString()).statusCode(200).body("applied", equalTo(SIZE)));

    LOG.infof("large batch of %d in milliseconds: %s", SIZE, millis);
    assertThat(millis.values().stream().mapToLong(n -> n).sum()).isLessThan(LONGEST_MILLIS);
    assertThat(
            payouts.count(
                "select count(*) as n from claim where area = ? and status = 'PAID'", area))
        .isEqualTo(SIZE);
    finance(area)
        .request()
        .get(BASE + "/payment-batches/" + id)
        .then()
        .body("status", equalTo("SETTLED"));
  }

  private void grantMany(String area, PersonKey payee) {
    payouts.run(
        """
        insert into claim (id, no, plan_code, plan_year, kind, person_key, area, event_date, status,
          channel, claimant, from_partner, facts, granted, visit_count, filed_by, judged_at,
          created_at)
        select uuidv7(), 'LB-' || ? || '-' || n, 'MEDICAL', 2017, 'HOSPITAL', ?, ?, '2017-03-01',
          'APPROVED', 'AUTO', 'NONE', true, ?, 1.23, 0, 'test', now(), now()
        from generate_series(1, ?) n
        """,
        area,
        payee,
        area,
        payouts.sealedFacts(),
        SIZE);
    payouts.run(
        """
        insert into payout (id, created_at, plan_code, plan_year, area, kind, category, source_id,
          source_no, decision_no, payee_no, payee_key, payee_name, amount, status)
        select uuidv7(), now(), plan_code, plan_year, area, 'BENEFIT', kind, id, no, 1, 1,
          person_key, facts, granted, 'READY'
        from claim where area = ?
        """,
        area);
  }

  private <T> T timed(String step, Callable<T> work) throws Exception {
    var start = System.nanoTime();
    var result = work.call();
    millis.put(step, (System.nanoTime() - start) / 1_000_000);
    return result;
  }
}
