package org.gonghui.insurance.bank.statement;

import static org.gonghui.insurance.bank.BankProblems.BANK_FILE_INVALID;

import java.io.InputStream;
import org.gonghui.insurance.bank.CsvLines;
import org.gonghui.insurance.bank.Fields;
import org.gonghui.insurance.bank.statement.StatementEntry.Direction;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** The statement file GH-STM-1. */
final class GhStm1 {
  private final StatementSink sink;
  private int expected = -1;
  private int seen;
  private boolean ended;

  private GhStm1(StatementSink sink) {
    this.sink = sink;
  }

  static void read(InputStream in, StatementSink sink) {
    var file = new GhStm1(sink);
    CsvLines.read(in, file::line);
    if (!file.ended) {
      throw BANK_FILE_INVALID.because("the closing line T is missing");
    }
    sink.end();
  }

  private void line(Fields fields) {
    if (ended) {
      throw fields.fault("", "comes after the closing line");
    }
    if (expected < 0) {
      head(fields);
      return;
    }
    switch (fields.type()) {
      case "L" -> entry(fields.requireSize(10));
      case "T" -> tail(fields);
      default -> throw fields.fault("type", "must be L or T");
    }
  }

  private void head(Fields fields) {
    fields.requireValue(0, "type", "H");
    fields.requireSize(8).requireValue(1, "format", "GH-STM-1");
    expected = fields.count(7, "count");
    var head =
        new StatementHead(
            fields.text(2, "account", 40),
            fields.date(3, "from"),
            fields.date(4, "to"),
            fields.balance(5, "opening"),
            fields.balance(6, "closing"));
    if (head.to().isBefore(head.from())) {
      throw fields.fault("to", "is before from");
    }
    sink.head(head);
  }

  private void entry(Fields fields) {
    seen++;
    var endToEndId = fields.optionalText(8, "endToEndId", 35);
    var remark = fields.optionalText(7, "remark", 500);
    sink.entry(
        new StatementEntry(
            fields.line(),
            fields.text(1, "bankRef", 64),
            fields.date(2, "valueDate"),
            direction(fields),
            fields.amount(4, "amount"),
            fields.optionalText(5, "name", 140),
            fields.optionalText(6, "account", 40),
            remark,
            endToEndId.isEmpty() ? null : endToEndId,
            balanceAfter(fields),
            false));
  }

  private static @Nullable Money balanceAfter(Fields fields) {
    return fields.optionalBalance(9, "balanceAfter");
  }

  private static Direction direction(Fields fields) {
    return switch (fields.values().get(3)) {
      case "C" -> Direction.CREDIT;
      case "D" -> Direction.DEBIT;
      default -> throw fields.fault("direction", "must be C or D");
    };
  }

  private void tail(Fields fields) {
    ended = true;
    if (fields.requireSize(2).count(1, "count") != seen || expected != seen) {
      throw fields.fault("count", "is not the number of lines, " + seen);
    }
  }
}
