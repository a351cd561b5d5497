package org.gonghui.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An event that cannot be handled waits for operations and holds nothing up. */
@ExtendWith(RunningPlatform.Provided.class)
class PoisonEventIT {
  private static final String LETTERS = "/api/aid/v1/dead-letters";
  private static final Caller OPS = new Caller.User("ops.city");
  private final RunningPlatform platform;

  PoisonEventIT(RunningPlatform platform) {
    this.platform = platform;
  }

  @Test
  void a_poison_event_is_kept_with_its_reason_for_operations_alone() {
    var id = UUID.randomUUID().toString();
    var headers =
        Map.of(
            "ce_id",
            id,
            "ce_type",
            "org.gonghui.mutual-insurance.claim.high-out-of-pocket.v1",
            "ce_subject",
            id,
            "ce_time",
            Instant.now().toString());

    EventEcho.publish(platform, headers, "{\"rest\": \"much\"}");

    var letter = await(id);
    assertThat(letter.path("reason").asText()).isEqualTo("MALFORMED_EVENT");
    var path = LETTERS + "/" + letter.path("id").asText();
    var inspected = platform.gateway().require(Call.get(OPS, path)).json();
    assertThat(inspected.path("payload").asText()).isEqualTo("{\"rest\": \"much\"}");

    var replay = platform.gateway().patiently(Call.post(OPS, path + "/replay").json(Body.of()));
    assertThat(replay.status() + " " + replay.code()).isEqualTo("422 NOT_REPLAYABLE");
    assertThat(await(id).path("replayedAt").isNull()).isTrue();
    for (var call : List.of(Call.get(Caller.CITY_OFFICER, path), Call.get(Caller.AUDITOR, path))) {
      assertThat(platform.gateway().patiently(call).status()).isEqualTo(403);
    }
  }

  private JsonNode await(String eventId) {
    for (var i = 0; i < 300; i++) {
      var letters = platform.gateway().require(Call.get(OPS, LETTERS + "?limit=100")).json();
      for (var letter : letters.path("items")) {
        if (letter.path("eventId").asText().equals(eventId)) {
          return letter;
        }
      }
      Gateway.pause(Duration.ofMillis(200));
    }
    throw new AssertionError("the event does not become a dead letter");
  }
}
