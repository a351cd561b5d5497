package org.gonghui.insurance.payment;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.payment.PaymentBatch.Totals;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Caller;
import org.jspecify.annotations.Nullable;

/** All payment batches. */
@ApplicationScoped
public class PaymentBatches {
  private static final UUID FIRST = new UUID(0, 0);

  private final Sql sql;

  PaymentBatches(Sql sql) {
    this.sql = sql;
  }

  public PaymentBatch require(UUID id) {
    return sql.find("select * from payment_batch where id = ?", PaymentBatches::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such payment batch"));
  }

  public PaymentBatch require(UUID id, Caller caller) {
    var batch = require(id);
    caller.requireSees(batch.area());
    return batch;
  }

  public List<PaymentBatch> list(String areaPattern, @Nullable UUID after, int limit) {
    return sql.list(
        "select * from payment_batch where area like ? and id > ? order by id limit ?",
        PaymentBatches::read,
        areaPattern,
        after == null ? FIRST : after,
        limit);
  }

  String nextNo(int year) {
    return sql.find(
            "select nextval('payment_batch_no') as no",
            row -> "MP-%d-%07d".formatted(year, row.big("no")))
        .orElseThrow();
  }

  void add(PaymentBatch batch) {
    sql.update(
        """
        insert into payment_batch (id, no, area, plan_code, debtor_account, cut_off, count, total,
          hash, status, maker, built_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        batch.id(),
        batch.no(),
        batch.area(),
        batch.planCode(),
        batch.debtorAccount(),
        batch.cutOff(),
        batch.totals().count(),
        batch.totals().total(),
        batch.totals().hash(),
        batch.status(),
        batch.maker(),
        batch.builtAt());
  }

  /** Moves a batch on if it still is what the caller saw. */
  PaymentBatch move(
      PaymentBatch batch,
      PaymentBatchStatus next,
      @Nullable String checker,
      @Nullable Instant dispatchedAt) {
    var _ = batch.status().requireNext(next);
    var moved =
        sql.update(
            """
            update payment_batch set status = ?, checker = coalesce(?, checker),
              dispatched_at = coalesce(?, dispatched_at), version = version + 1
            where id = ? and version = ? and status = ?
            """,
            next,
            checker,
            dispatchedAt,
            batch.id(),
            batch.version(),
            batch.status());
    if (moved != 1) {
      throw STALE_VERSION.because("the batch has changed meanwhile");
    }
    return require(batch.id());
  }

  private static PaymentBatch read(Row row) {
    return new PaymentBatch(
        row.uuid("id"),
        row.number("version"),
        row.text("no"),
        row.text("area"),
        row.text("plan_code"),
        row.text("debtor_account"),
        row.instant("cut_off"),
        new Totals(row.number("count"), row.money("total"), row.text("hash")),
        row.choice(PaymentBatchStatus.class, "status"),
        row.text("maker"),
        row.findText("checker"),
        row.instant("built_at"),
        row.findInstant("dispatched_at"));
  }
}
