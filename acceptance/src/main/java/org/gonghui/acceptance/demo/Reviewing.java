package org.gonghui.acceptance.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Parallel;

/** People decide what no rule may decide: reviewers first, approvers on large amounts. */
final class Reviewing {
  private final Stage stage;

  Reviewing(Stage stage) {
    this.stage = stage;
  }

  void decideAll() {
    decide(Caller.REVIEWER, "IN_REVIEW", "/approval", Body.of());
    var yes = Body.of("decision", "APPROVE");
    decide(Caller.APPROVER, "SECOND_REVIEW", "/second-approval", yes);
  }

  private void decide(Caller caller, String status, String decision, ObjectNode word) {
    var waiting =
        stage.all(caller, "/claims?planYear=%d&status=%s".formatted(stage.year(), status));
    Parallel.each(
        Stage.CALLERS,
        waiting.stream(),
        claim -> {
          var path = "/claims/" + claim.path("id").asText();
          var seen = stage.read(caller, path);
          if (seen.json().path("status").asText().equals(status)) {
            var key = decision.substring(1) + claim.path("id").asText();
            var _ = stage.decide(caller, path + decision, key, seen, word);
          }
        });
  }
}
