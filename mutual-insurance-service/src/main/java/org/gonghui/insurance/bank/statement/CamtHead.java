package org.gonghui.insurance.bank.statement;

import static org.gonghui.insurance.bank.statement.CamtTexts.field;

import java.util.HashMap;
import java.util.Map;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** What a camt.053 statement says before its entries. */
final class CamtHead {
  private final Map<String, String> texts = new HashMap<>();
  private @Nullable Money opening;
  private @Nullable Money closing;
  private String openingDay = "";
  private String closingDay = "";

  void put(String path, String text) {
    texts.put(path, text);
  }

  void balance(CamtTexts balance, long line) {
    switch (balance.get("Tp/CdOrPrtry/Cd")) {
      case "OPBD" -> {
        opening = balance.signed(line);
        openingDay = balance.day("Dt");
      }
      case "CLBD" -> {
        closing = balance.signed(line);
        closingDay = balance.day("Dt");
      }
      default -> {
        // interim and available balances do not bind
      }
    }
  }

  StatementHead complete(long line) {
    if (opening == null || closing == null) {
      throw field(line, "").fault("Bal", "needs OPBD and CLBD before the entries");
    }
    var other = texts.getOrDefault("Acct/Id/Othr/Id", "");
    var account = other.isEmpty() ? texts.getOrDefault("Acct/Id/IBAN", "") : other;
    var from = field(line, day("FrToDt/FrDtTm", openingDay)).date(0, "FrDtTm");
    var to = field(line, day("FrToDt/ToDtTm", closingDay)).date(0, "ToDtTm");
    if (to.isBefore(from)) {
      throw field(line, "").fault("ToDtTm", "is before FrDtTm");
    }
    return new StatementHead(field(line, account).text(0, "Acct", 40), from, to, opening, closing);
  }

  private String day(String path, String otherwise) {
    var dateTime = texts.getOrDefault(path, "");
    return dateTime.length() >= 10 ? dateTime.substring(0, 10) : otherwise;
  }
}
