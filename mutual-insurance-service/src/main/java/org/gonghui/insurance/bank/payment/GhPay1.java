package org.gonghui.insurance.bank.payment;

import static org.gonghui.insurance.bank.CsvLines.harmless;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.gonghui.insurance.bank.CsvLines;
import org.gonghui.insurance.bank.payment.PaymentFormat.Orders;

/** The payment file GH-PAY-1: head, one line per order, tail. */
final class GhPay1 {
  private GhPay1() {}

  static void write(PaymentHead head, Orders orders, OutputStream out) {
    var count = Integer.toString(head.count());
    var total = head.total().toString();
    try {
      var buffer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      var csv = CsvLines.writer(buffer);
      csv.writeRecord(
          "H",
          "GH-PAY-1",
          head.batchNo(),
          head.createdAt().toString(),
          head.debtorAccount(),
          count,
          total,
          head.hash());
      orders.each(order -> csv.writeRecord(line(order)));
      csv.writeRecord("T", count, total);
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] line(PaymentOrder order) {
    return new String[] {
      "D",
      Integer.toString(order.seq()),
      order.endToEndId(),
      harmless(order.payeeName()),
      harmless(order.payeeAccount()),
      harmless(order.bankCode()),
      order.amount().toString(),
      "CNY",
      harmless(order.purpose())
    };
  }
}
