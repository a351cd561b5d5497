package org.gonghui.insurance.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.insurance.bank.payment.PaymentFormat;
import org.gonghui.insurance.bank.payment.PaymentHead;
import org.gonghui.insurance.bank.payment.PaymentOrder;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.Seal;

/** The file of a batch, written from what was frozen when it was built. */
@ApplicationScoped
public class PaymentFile {
  private static final String BENEFIT = "互助补助";
  private static final String REFUND = "互助会费退款";

  private final Sql sql;
  private final Seal seal;
  private final String debtorName;

  PaymentFile(
      Sql sql, Seal seal, @ConfigProperty(name = "gonghui.payment.debtor-name") String debtorName) {
    this.sql = sql;
    this.seal = seal;
    this.debtorName = debtorName;
  }

  public void write(PaymentBatch batch, PaymentFormat format, OutputStream out) {
    var totals = batch.totals();
    var head =
        new PaymentHead(
            batch.no(),
            batch.builtAt(),
            debtorName,
            batch.debtorAccount(),
            totals.count(),
            totals.total(),
            totals.hash());
    format.write(head, orders(batch.id()), out);
  }

  private PaymentFormat.Orders orders(UUID batchId) {
    return each ->
        sql.each(
            """
            select t.*, p.kind, p.source_no from payout_attempt t join payout p on p.id = t.payout_id
            where t.batch_id = ? order by t.seq
            """,
            row -> each.accept(order(row)),
            batchId);
  }

  private PaymentOrder order(Row row) {
    return new PaymentOrder(
        row.number("seq"),
        row.text("end_to_end_id"),
        seal.open(row.bytes("holder")),
        seal.open(row.bytes("account")),
        row.text("bank_code"),
        row.money("amount"),
        (row.text("kind").equals("REFUND") ? REFUND : BENEFIT) + row.text("source_no"));
  }
}
