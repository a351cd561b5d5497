package org.gonghui.insurance.proof;

import static org.gonghui.insurance.payout.PayoutProblems.RESOLUTION_OPEN;
import static org.gonghui.kit.problem.Problems.ILLEGAL_TRANSITION;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.payout.Payout;
import org.gonghui.insurance.payout.PayoutStatus;
import org.gonghui.insurance.proof.Resolution.Outcome;
import org.gonghui.insurance.proof.Settling.Proof;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.sql.SqlFailure;
import org.gonghui.kit.time.Uuid7;

/** How people settle payments whose outcome the bank does not tell. */
@ApplicationScoped
public class Resolutions {
  private final Sql sql;
  private final Settling settling;
  private final BatchSettling batches;
  private final Funds funds;
  private final Clock clock;

  Resolutions(Sql sql, Settling settling, BatchSettling batches, Funds funds, Clock clock) {
    this.sql = sql;
    this.settling = settling;
    this.batches = batches;
    this.funds = funds;
    this.clock = clock;
  }

  Resolution propose(
      Payout payout, Outcome outcome, LocalDate valueDate, String evidence, String who) {
    requireInDoubt(payout);
    var attempt =
        sql.find(
                "select id from payout_attempt where payout_id = ? and status = 'IN_DOUBT'",
                row -> row.uuid("id"),
                payout.id())
            .orElseThrow(() -> NOT_FOUND.because("nothing of this payout is in doubt"));
    var found =
        new Resolution(Uuid7.next(), payout.id(), attempt, outcome, valueDate, evidence, who, null);
    try {
      sql.update(
          """
          insert into payout_resolution (id, payout_id, attempt_id, outcome, value_date, evidence,
            maker, proposed_at)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          found.id(),
          found.payoutId(),
          found.attemptId(),
          outcome,
          valueDate,
          evidence,
          who,
          clock.instant());
      return found;
    } catch (SqlFailure e) {
      throw e.isDuplicate() ? RESOLUTION_OPEN.because("another finding is open") : e;
    }
  }

  Resolution approve(Payout payout, String who) {
    requireInDoubt(payout);
    var found =
        sql.find(
                "select * from payout_resolution where payout_id = ? and approved_at is null",
                Resolutions::read,
                payout.id())
            .orElseThrow(() -> NOT_FOUND.because("there is no finding to approve"));
    if (found.maker().equals(who)) {
      throw MAKER_IS_CHECKER.because("who found it out does not approve it");
    }
    sql.update(
        "update payout_resolution set checker = ?, approved_at = ? where id = ?",
        who,
        clock.instant(),
        found.id());
    switch (found.outcome()) {
      case PAID -> settlePaid(found);
      case RETURNED -> settleReturned(payout, found);
    }
    return found;
  }

  private void settlePaid(Resolution found) {
    settling.pay(
        new Proof(
            found.id(),
            """
            select attempt_id, id as proof_id, null::uuid as line_id, value_date,
              null::text as bank_ref
            from payout_resolution where id = ?
            """));
    settling.follow(found.id());
  }

  private void settleReturned(Payout payout, Resolution found) {
    sql.update(
        """
        with back as (
          update payout_attempt set status = 'RETURNED', answered_at = ?
          where id = ? and status = 'IN_DOUBT' returning payout_id)
        update payout p set status = 'RETURNED', version = version + 1
        from back where p.id = back.payout_id and p.status = 'IN_DOUBT'
        """,
        clock.instant(),
        found.attemptId());
    batches.settle("select batch_id from payout_attempt where id = ?", found.attemptId());
    funds.release(payout.planCode(), payout.amount());
  }

  private static void requireInDoubt(Payout payout) {
    if (payout.status() != PayoutStatus.IN_DOUBT) {
      throw ILLEGAL_TRANSITION
          .because("the payout is %s, not in doubt", payout.status())
          .with("allowed", payout.status().next());
    }
  }

  private static Resolution read(Row row) {
    return new Resolution(
        row.uuid("id"),
        row.uuid("payout_id"),
        row.uuid("attempt_id"),
        row.choice(Outcome.class, "outcome"),
        row.date("value_date"),
        row.text("evidence"),
        row.text("maker"),
        row.findText("checker"));
  }
}
