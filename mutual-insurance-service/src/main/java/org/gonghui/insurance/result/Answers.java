package org.gonghui.insurance.result;

import static org.gonghui.insurance.bank.BankProblems.BANK_FILE_INVALID;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.insurance.bank.result.BankAnswer.Answered;
import org.gonghui.insurance.payment.PaymentBatch;
import org.gonghui.insurance.result.ResultReport.LineFault;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/** The answers of one result file, applied some at a time. */
final class Answers {
  private static final int AT_ONCE = 1_000;
  private static final int MOST_FAULTS = 1_000;

  private final Sql sql;
  private final Json json;
  private final Instant now;
  private final List<Answered> some = new ArrayList<>();
  private final List<LineFault> faults = new ArrayList<>();
  private @Nullable PaymentBatch batch;
  private Money returnedTotal = Money.ZERO;
  private int lines;
  private int progressed;
  private int returned;
  private int known;

  Answers(Sql sql, Json json, Instant now) {
    this.sql = sql;
    this.json = json;
    this.now = now;
  }

  void start(PaymentBatch answered) {
    if (batch != null) {
      throw BANK_FILE_INVALID.because("one batch per file");
    }
    batch = answered;
  }

  @Nullable PaymentBatch batch() {
    return batch;
  }

  Money returned() {
    return returnedTotal;
  }

  void fault(long line, Fault fault) {
    lines++;
    add(new LineFault(line, fault.code(), fault.pointer() + " " + fault.message()));
  }

  void take(Answered answered) {
    lines++;
    some.add(answered);
    if (some.size() == AT_ONCE) {
      apply();
    }
  }

  ResultReport report() {
    var batchNo = batch == null ? "" : batch.no();
    return new ResultReport(batchNo, lines, progressed, returned, known, List.copyOf(faults));
  }

  void apply() {
    if (batch == null) {
      throw BANK_FILE_INVALID.because("the file names its batch after its lines");
    }
    if (!some.isEmpty()) {
      var answers = json.write(some);
      some.clear();
      sql.each(JUDGE, this::judge, answers, batch.id());
      sql.update(DOUBT, answers, batch.id());
      sql.each(APPLY, this::count, answers, batch.id(), now);
    }
  }

  private void judge(Row row) {
    var code = row.findText("code");
    if (code != null) {
      add(new LineFault(row.big("line"), code, "has no effect"));
    } else if (row.flag("known")) {
      known++;
    }
  }

  private void count(Row row) {
    if (row.text("status").equals("RETURNED")) {
      returned++;
      returnedTotal = returnedTotal.plus(row.money("amount"));
    } else {
      progressed++;
    }
  }

  private void add(LineFault fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }

  private static final String JUDGED =
      """
      with judged as materialized (
        select x.line, x.outcome, x."reasonCode" as reason, t.id, t.payout_id,
          t.status not in ('DISPATCHED', 'IN_DOUBT') or t.answer is not distinct from x.outcome
            and t.answer <> 'RJCT' as known,
          case when t.id is null then 'UNKNOWN_ID'
            when t.batch_id <> b.id then 'OTHER_BATCH'
            when x.amount <> t.amount then 'WRONG_AMOUNT'
            when t.status in ('BATCHED', 'CANCELLED') then 'NOT_DISPATCHED'
            when x.outcome = 'RJCT' and t.status = 'PAID' then 'ALREADY_PAID'
            when row_number() over (partition by t.id order by x.line) > 1 then 'TWICE_IN_FILE'
          end as code
        from jsonb_to_recordset(?::jsonb) x
          (line bigint, "endToEndId" text, outcome text, "reasonCode" text, amount numeric)
        cross join (select ?::uuid as id) b
        left join payout_attempt t on t.end_to_end_id = x."endToEndId")
      """;

  private static final String JUDGE = JUDGED + "select line, known, code from judged order by line";

  private static final String DOUBT =
      JUDGED
          + """
          , doubted as (
            update payout_attempt t set status = 'IN_DOUBT' from judged j
            where t.id = j.id and j.code = 'WRONG_AMOUNT' and t.status = 'DISPATCHED'
            returning t.payout_id)
          update payout p set status = 'IN_DOUBT', version = version + 1
          from doubted d where p.id = d.payout_id and p.status = 'DISPATCHED'
          """;

  private static final String APPLY =
      JUDGED
          + """
          , answered as (
            update payout_attempt t set answer = j.outcome, reason_code = j.reason,
              answered_at = ?,
              status = case when j.outcome = 'RJCT' then 'RETURNED' else t.status end
            from judged j
            where t.id = j.id and j.code is null and not j.known
              and t.status in ('DISPATCHED', 'IN_DOUBT')
            returning t.payout_id, t.status, t.amount),
          moved as (
            update payout p set status = 'RETURNED', version = version + 1
            from answered a where p.id = a.payout_id and a.status = 'RETURNED')
          select status, amount from answered
          """;
}
