package org.gonghui.acceptance.demo;

import java.time.LocalDate;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.file.PaymentFile;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/**
 * What is granted goes to the bank in batches that a second person approved, and comes back paid.
 */
public final class Paying {
  private static final String BATCHES = "/payment-batches";
  private static final Fen ENOUGH = Fen.yuan(100_000_000);
  private final Stage stage;

  public Paying(Stage stage) {
    this.stage = stage;
  }

  /** Pays all that is ready; a repeated play goes on with the batch of the same name. */
  public void payAll(String name, LocalDate day) {
    var built = build(name);
    if (built.status() == 422 && built.code().equals("NOTHING_READY")) {
      return;
    }
    var path = BATCHES + "/" + built.require().json().path("id").asText();
    move(path, "BUILT", Caller.FINANCE, "/submission", name);
    approve(path, name);
    move(path, "APPROVED", Caller.FINANCE, "/dispatch", name);
    if (!status(path).equals("SETTLED")) {
      settle(path, name, day);
    }
    stage.await(Caller.FINANCE, path, "SETTLED");
  }

  private Answer build(String name) {
    return stage
        .gateway()
        .patiently(
            Call.post(Caller.FINANCE, Stage.API + BATCHES)
                .once(stage.keyed("batch-" + name))
                .json(Body.of("area", "3306")));
  }

  private void approve(String path, String name) {
    var seen = stage.read(Caller.APPROVER, path);
    var batch = seen.json();
    if (batch.path("status").asText().equals("SUBMITTED")) {
      var totals =
          Body.of(
              "count",
              batch.path("count"),
              "total",
              batch.path("total"),
              "hash",
              batch.path("hash"));
      stage.decide(Caller.APPROVER, path + "/approval", "approve-" + name, seen, totals);
    }
  }

  private void move(String path, String from, Caller caller, String decision, String name) {
    var seen = stage.read(caller, path);
    if (seen.json().path("status").asText().equals(from)) {
      stage.decide(caller, path + decision, decision.substring(1) + "-" + name, seen, Body.of());
    }
  }

  private void settle(String path, String name, LocalDate day) {
    var file = PaymentFile.read(stage.read(Caller.BANK, path + "/file").bytes());
    stage
        .gateway()
        .require(
            Call.post(Caller.BANK, Stage.API + "/bank-results")
                .once(stage.keyed("results-" + name))
                .content("text/csv", file.accepted(day)));
    stage.book("payments-" + name, file.booked(ENOUGH, day).bytes());
  }

  private String status(String path) {
    return stage.get(Caller.FINANCE, path).path("status").asText();
  }
}
