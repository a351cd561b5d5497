package org.gonghui.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.file.StatementFile;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/** The employers pay what their rosters cost; the bank's statements tell of it. */
public final class Contributing implements Act {
  static final String ACCOUNT = "1211012009000123456";

  /** As many as are booked well within the time that the door waits for an answer. */
  private static final int A_DAYS_LINES = 200;

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
    var open =
        stage.all(Caller.FINANCE, "/contribution-dues?status=ISSUED").stream()
            .filter(due -> due.path("planYear").asInt() == stage.year())
            .toList();
    for (var i = 0; i < open.size(); i += A_DAYS_LINES) {
      book(stage, open.subList(i, Math.min(i + A_DAYS_LINES, open.size())), names);
      open.stream().skip(i).limit(A_DAYS_LINES).forEach(_ -> steps.step());
    }
  }

  /** The key names the first due, so that a repeated play says the same thing or another one. */
  private static void book(Stage stage, List<JsonNode> dues, Map<String, String> names) {
    var statement = new StatementFile(ACCOUNT, OPENING);
    for (var due : dues) {
      var payer = names.getOrDefault(due.path("employer").asText(), "示例单位");
      pay(stage, statement, due, payer);
    }
    var key =
        "contributions-%s-%d".formatted(dues.getFirst().path("reference").asText(), dues.size());
    var _ =
        stage
            .gateway()
            .require(
                Call.post(Caller.BANK, Stage.API + "/bank-statements")
                    .once(stage.keyed(key))
                    .content("text/csv", statement.bytes()));
  }

  private static void pay(Stage stage, StatementFile statement, JsonNode due, String payer) {
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
