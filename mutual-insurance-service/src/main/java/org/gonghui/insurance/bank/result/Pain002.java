package org.gonghui.insurance.bank.result;

import static org.gonghui.insurance.bank.BankProblems.BANK_FILE_INVALID;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gonghui.insurance.bank.Fields;
import org.gonghui.insurance.bank.XmlCursor;
import org.gonghui.insurance.bank.result.BankAnswer.Answered;
import org.gonghui.insurance.bank.result.BankAnswer.Outcome;
import org.gonghui.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The result file as ISO 20022 pain.002.001.10. */
final class Pain002 implements XmlCursor.Listener {
  private static final String REPORT = "Document/CstmrPmtStsRpt/";
  private static final String BATCH = REPORT + "OrgnlGrpInfAndSts/OrgnlMsgId";
  private static final String TRANSACTION = REPORT + "OrgnlPmtInfAndSts/TxInfAndSts";

  private final Consumer<BankAnswer> answers;
  private final Map<String, String> texts = new HashMap<>();
  private boolean headed;

  private Pain002(Consumer<BankAnswer> answers) {
    this.answers = answers;
  }

  static void read(InputStream in, Consumer<BankAnswer> answers) {
    var file = new Pain002(answers);
    XmlCursor.walk(in, file);
    if (!file.headed) {
      throw BANK_FILE_INVALID.because("OrgnlMsgId is missing: this is no pain.002");
    }
  }

  @Override
  public void starts(String path, XmlCursor at) {
    if (path.equals(TRANSACTION)) {
      texts.clear();
    }
  }

  @Override
  public void ends(String path, String text, XmlCursor at) {
    if (path.equals(BATCH)) {
      headed = true;
      var fields = new Fields(at.line(), List.of(text));
      answers.accept(new BankAnswer.Head(fields.text(0, "OrgnlMsgId", 35)));
    } else if (path.equals(TRANSACTION)) {
      answers.accept(answer(at.line()));
    } else if (path.startsWith(TRANSACTION)) {
      texts.put(path.substring(TRANSACTION.length() + 1), text);
    }
  }

  private BankAnswer answer(long line) {
    try {
      return answered(line);
    } catch (Problem e) {
      return new BankAnswer.Unreadable(line, e.faults().getFirst());
    }
  }

  private Answered answered(long line) {
    var fields =
        new Fields(
            line,
            List.of(
                value("OrgnlEndToEndId"),
                value("TxSts"),
                value("StsRsnInf/Rsn/Cd"),
                value("AcctSvcrRef"),
                value("FctvIntrBkSttlmDt/Dt"),
                value("OrgnlTxRef/Amt/InstdAmt")));
    return new Answered(
        line,
        fields.text(0, "OrgnlEndToEndId", 35),
        outcome(fields),
        emptyToNull(fields.optionalText(2, "Cd", 35)),
        emptyToNull(fields.optionalText(3, "AcctSvcrRef", 64)),
        fields.optionalDate(4, "Dt"),
        fields.optionalAmount(5, "InstdAmt"));
  }

  private static Outcome outcome(Fields fields) {
    return switch (fields.values().get(1)) {
      case "ACSC", "ACCC" -> Outcome.ACSC;
      case "PDNG", "ACCP", "ACSP", "ACTC", "ACWC", "RCVD" -> Outcome.PDNG;
      case "RJCT", "CANC" -> Outcome.RJCT;
      default -> throw fields.fault("TxSts", "is no status of pain.002");
    };
  }

  private String value(String path) {
    return texts.getOrDefault(path, "");
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
