package org.gonghui.insurance.bank.result;

import static org.gonghui.insurance.bank.BankProblems.BANK_FILE_INVALID;

import java.io.InputStream;
import java.util.function.Consumer;
import org.gonghui.insurance.bank.CsvLines;
import org.gonghui.insurance.bank.Fields;
import org.gonghui.insurance.bank.result.BankAnswer.Answered;
import org.gonghui.insurance.bank.result.BankAnswer.Outcome;
import org.gonghui.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The result file GH-RES-1. */
final class GhRes1 {
  private final Consumer<BankAnswer> answers;
  private int expected = -1;
  private int seen;
  private boolean ended;

  private GhRes1(Consumer<BankAnswer> answers) {
    this.answers = answers;
  }

  static void read(InputStream in, Consumer<BankAnswer> answers) {
    var file = new GhRes1(answers);
    CsvLines.read(in, file::line);
    if (!file.ended) {
      throw BANK_FILE_INVALID.because("the closing line T is missing");
    }
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
      case "D" -> detail(fields);
      case "T" -> tail(fields);
      default -> throw fields.fault("type", "must be D or T");
    }
  }

  private void head(Fields fields) {
    fields.requireValue(0, "type", "H");
    fields.requireSize(4).requireValue(1, "format", "GH-RES-1");
    expected = fields.count(3, "count");
    answers.accept(new BankAnswer.Head(fields.text(2, "batchNo", 35)));
  }

  private void detail(Fields fields) {
    seen++;
    BankAnswer answer;
    try {
      answer = answered(fields.requireSize(7));
    } catch (Problem e) {
      answer = new BankAnswer.Unreadable(fields.line(), e.faults().getFirst());
    }
    answers.accept(answer);
  }

  private static Answered answered(Fields fields) {
    return new Answered(
        fields.line(),
        fields.text(1, "endToEndId", 35),
        outcome(fields),
        emptyToNull(fields.optionalText(3, "reasonCode", 35)),
        emptyToNull(fields.optionalText(4, "bankRef", 64)),
        fields.optionalDate(5, "valueDate"),
        fields.optionalAmount(6, "amount"));
  }

  private static Outcome outcome(Fields fields) {
    return switch (fields.values().get(2)) {
      case "ACSC" -> Outcome.ACSC;
      case "PDNG" -> Outcome.PDNG;
      case "RJCT" -> Outcome.RJCT;
      default -> throw fields.fault("status", "must be ACSC, RJCT or PDNG");
    };
  }

  private void tail(Fields fields) {
    ended = true;
    if (fields.requireSize(2).count(1, "count") != seen || expected != seen) {
      throw fields.fault("count", "is not the number of lines, " + seen);
    }
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
