package org.gonghui.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.file.StatementFile;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/** The employers pay what their rosters cost; the bank's statements tell of it. */
public final class Contributing implements Act {
  static final String ACCOUNT = "1211012009000123456";
  static final Fen OPENING = Fen.yuan(5_000_000);

  @Override
  public String title() {
    return "Pay contributions";
  }

  @Override
  public int steps(Stage stage) {
    return stage.city().employers().size();
  }

  @Override
  public void play(Stage stage, Steps steps) {
    var names = new HashMap<String, String>();
    stage.city().employers().forEach(employer -> names.put(employer.creditCode(), employer.name()));
    var statement = new StatementFile(ACCOUNT, OPENING);
    for (var due : stage.all(Caller.FINANCE, "/contribution-dues?status=ISSUED")) {
      pay(stage, statement, due, names.getOrDefault(due.path("employer").asText(), "示例单位"));
      steps.step();
    }
    if (!statement.isEmpty()) {
      stage
          .gateway()
          .require(
              Call.post(Caller.BANK, Stage.API + "/bank-statements")
                  .once(stage.keyed("contributions-" + statement.count()))
                  .content("text/csv", statement.bytes()));
    }
  }

  private static void pay(Stage stage, StatementFile statement, JsonNode due, String payer) {
    if (due.path("planYear").asInt() == stage.year()) {
      var reference = due.path("reference").asText();
      statement.credit(
          "C" + reference,
          LocalDate.of(stage.year() - 1, 12, 28),
          Fen.of(due.path("payable").asText()),
          payer,
          "12110120090" + reference.substring(reference.length() - 8),
          reference);
    }
  }
}
