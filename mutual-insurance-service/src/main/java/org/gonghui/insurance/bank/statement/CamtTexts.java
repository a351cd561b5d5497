package org.gonghui.insurance.bank.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.bank.Fields;
import org.gonghui.insurance.bank.statement.StatementEntry.Direction;
import org.gonghui.kit.money.Money;

/** The texts of the camt.053 element that is being read, by their path inside of it. */
final class CamtTexts {
  private static final String DETAILS = "NtryDtls/TxDtls/";

  private final Map<String, String> texts = new HashMap<>();
  private int transactions;

  void clear() {
    texts.clear();
    transactions = 0;
  }

  void put(String path, String text) {
    texts.merge(path, text, (first, more) -> path.endsWith("Ustrd") ? first + " " + more : more);
  }

  String get(String path) {
    return texts.getOrDefault(path, "");
  }

  void countTransaction(long line) {
    transactions++;
    if (transactions > 1) {
      throw field(line, "").fault("TxDtls", "may appear once in an entry");
    }
  }

  StatementEntry entry(long line) {
    var direction = direction(line);
    var other = direction == Direction.CREDIT ? "Dbtr" : "Cdtr";
    var endToEndId = text(line, DETAILS + "Refs/EndToEndId", 35);
    return new StatementEntry(
        line,
        field(line, get("AcctSvcrRef")).text(0, "AcctSvcrRef", 64),
        field(line, day("ValDt")).date(0, "ValDt"),
        direction,
        field(line, get("Amt")).amount(0, "Amt"),
        text(line, DETAILS + "RltdPties/" + other + "/Pty/Nm", 140),
        text(line, DETAILS + "RltdPties/" + other + "Acct/Id/Othr/Id", 40),
        text(line, DETAILS + "RmtInf/Ustrd", 500),
        endToEndId.isEmpty() || endToEndId.equals("NOTPROVIDED") ? null : endToEndId,
        null,
        texts.keySet().stream().anyMatch(path -> path.startsWith(DETAILS + "RtrInf")));
  }

  /** A balance, below zero when the bank calls it a debit. */
  Money signed(long line) {
    var amount = field(line, get("Amt")).balance(0, "Amt");
    return direction(line) == Direction.DEBIT ? amount.negated() : amount;
  }

  String day(String element) {
    var dateTime = get(element + "/DtTm");
    return dateTime.length() >= 10 ? dateTime.substring(0, 10) : get(element + "/Dt");
  }

  private Direction direction(long line) {
    return switch (get("CdtDbtInd")) {
      case "CRDT" -> Direction.CREDIT;
      case "DBIT" -> Direction.DEBIT;
      default -> throw field(line, "").fault("CdtDbtInd", "must be CRDT or DBIT");
    };
  }

  private String text(long line, String path, int maxLength) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    return field(line, get(path)).optionalText(0, name, maxLength);
  }

  static Fields field(long line, String value) {
    return new Fields(line, List.of(value));
  }
}
