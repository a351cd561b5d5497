package org.gonghui.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Ops.HARMLESS;
import static org.gonghui.gateway.stage.Ops.MAKER;
import static org.gonghui.gateway.stage.Ops.decide;
import static org.gonghui.gateway.stage.Ops.issue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.gonghui.gateway.stage.Ops;
import org.gonghui.gateway.stage.Stage;
import org.gonghui.kit.testing.TestListener;
import org.junit.jupiter.api.Test;

/** What others hear about keys, from the real broker. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class ExpiryWarningTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject ExpiryWarnings warnings;

  @Test
  void a_keys_end_is_told_thirty_seven_and_one_days_before_once_each() throws Exception {
    var ends = Instant.now().plus(Duration.ofDays(40));
    var key = issue(ending(ends)).extract().<String>path("id");

    try (var listener = TestListener.on("gonghui.gateway.partner-key")) {
      for (var days : new double[] {31, 29, 28, 6, 6, 0.5, 0.4, -1}) {
        warnings.run(ends.minus(Duration.ofMinutes((long) (days * 1440))));
      }
      awaitTypes(listener, key, List.of("issued", "expiring", "expiring", "expiring"));
      assertThat(of(listener, key).stream().skip(1))
          .extracting(it -> it.payload().replaceAll(".*\"daysLeft\":(\\d+).*", "$1"))
          .containsExactly("30", "7", "1");
    }
  }

  @Test
  void a_key_that_was_replaced_is_not_warned_of() throws Exception {
    var ends = Instant.now().plus(Duration.ofDays(50));
    var key = issue(ending(ends)).extract().<String>path("id");
    var rotation =
        Map.of(
            "expiresAt",
            ends.plus(Duration.ofDays(100)).toString(),
            "overlapHours",
            2000,
            "reason",
            "in time");
    decide(MAKER, "/keys/" + key + "/rotation", 0, rotation).statusCode(201);

    warnings.run(ends.minus(Duration.ofDays(1)));
    decide(MAKER, "/keys/" + key + "/revocation", 0, Map.of("reason", "done")).statusCode(200);

    try (var listener = TestListener.on("gonghui.gateway.partner-key")) {
      awaitTypes(listener, key, List.of("issued", "superseded", "revoked"));
    }
  }

  private static Map<String, Object> ending(Instant at) {
    var key = new HashMap<>(Ops.key(HARMLESS));
    key.put("expiresAt", at.toString());
    return key;
  }

  private static void awaitTypes(TestListener listener, String key, List<String> happened) {
    var types =
        happened.stream().map(it -> "org.gonghui.gateway.partner-key." + it + ".v1").toList();
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(of(listener, key))
                    .extracting(TestListener.Heard::type)
                    .containsExactlyElementsOf(types));
  }

  private static List<TestListener.Heard> of(TestListener listener, String key) {
    return listener.soFar().stream().filter(it -> key.equals(it.key())).toList();
  }
}
