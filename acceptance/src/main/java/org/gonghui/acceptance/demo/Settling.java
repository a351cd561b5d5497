package org.gonghui.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.gonghui.acceptance.city.Stay;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Parallel;

/** The hospital's key reports stays; nobody applies for anything. */
final class Settling {
  private static final int LINES = 40;
  private static final int ATTEMPTS = 3;
  private final Stage stage;

  Settling(Stage stage) {
    this.stage = stage;
  }

  void report(List<Stay> stays, Steps steps) {
    var parts = new ArrayList<List<Stay>>();
    for (var i = 0; i < stays.size(); i += LINES) {
      parts.add(stays.subList(i, Math.min(i + LINES, stays.size())));
    }
    Parallel.each(
        4,
        parts.stream(),
        part -> {
          send(part);
          part.forEach(_ -> steps.step());
        });
  }

  private void send(List<Stay> stays) {
    for (var attempt = 1; ; attempt++) {
      var refused = refusedOf(stays);
      if (refused.isEmpty()) {
        return;
      }
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException("Settlements were not taken: " + refused.getFirst());
      }
    }
  }

  /** A settlement is known by its number, so that sending it again does no harm. */
  private List<JsonNode> refusedOf(List<Stay> stays) {
    var lines = stays.stream().map(this::line).collect(Collectors.joining("\n"));
    var answer =
        stage
            .gateway()
            .require(
                Call.post(Caller.HOSPITAL, Stage.API + "/settlement-batches")
                    .content("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8)));
    return StreamSupport.stream(answer.json().path("lines").spliterator(), false)
        .filter(line -> !line.path("outcome").asText().equals("ACCEPTED"))
        .toList();
  }

  private String line(Stay stay) {
    return Body.of(
            "settlementNo", "%sS%07d".formatted(stage.year(), stay.no()),
            "idNumber", stage.city().members().get(stay.member()).citizenId(),
            "stay", Claimed.stay(stay),
            "declaredAt", Stage.at(Claimed.toldOn(stay)))
        .toString();
  }
}
