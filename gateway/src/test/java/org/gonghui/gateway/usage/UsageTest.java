package org.gonghui.gateway.usage;

import static org.awaitility.Awaitility.await;
import static org.gonghui.gateway.stage.Knock.key;
import static org.gonghui.gateway.stage.Knock.plans;
import static org.gonghui.gateway.stage.Ops.HARMLESS;
import static org.gonghui.gateway.stage.Ops.MAKER;
import static org.gonghui.gateway.stage.Ops.get;
import static org.gonghui.gateway.stage.Ops.issue;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Ops;
import org.gonghui.gateway.stage.Stage;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class UsageTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  @Inject UsageMeter meter;

  @Test
  void what_a_key_did_is_written_when_the_gateway_stops_and_added_up() {
    var made = issue(Ops.key(HARMLESS, Map.of("name", "x", "monthlyQuota", 5)));
    var secret = made.extract().<String>path("secret");
    var id = made.extract().<String>path("id");
    get(MAKER, "/keys/" + id).body("lastUsedAt", nullValue());
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> Knock.get(plans(), key(secret)).status() == 200);
    meter.close(new ShutdownEvent());

    var passed = 1;
    var refused = 0;
    while (refused == 0 && passed < 20) {
      if (Knock.get(plans(), key(secret)).status() == 200) {
        passed++;
      } else {
        refused++;
      }
    }
    meter.close(new ShutdownEvent());

    get(MAKER, usage("&key=" + id))
        .statusCode(200)
        .body("items.service", equalTo(java.util.List.of("mutual-insurance")))
        .body("items.requests", equalTo(java.util.List.of(passed)))
        .body("items.refused", equalTo(java.util.List.of(1)))
        .body("items[0].day", equalTo(TODAY.toString()));
    get(MAKER, usage("&partner=" + made.extract().path("partnerId")))
        .body("items.keyId", equalTo(java.util.List.of(id)));
    get(MAKER, "/keys/" + id).body("lastUsedAt", notNullValue());
    get(a(Role.OPS, "3307"), usage("&key=" + id)).body("items", empty());
  }

  @Test
  void usage_is_told_for_a_span_of_days_to_operations_and_auditors() {
    get(MAKER, "/usage?from=%s&to=%s".formatted(TODAY, TODAY.minusDays(1))).statusCode(400);
    get(MAKER, "/usage").statusCode(400);
    get(a(Role.AUDITOR, "3306"), usage("")).statusCode(200);
    get(a(Role.OFFICER, "3306"), usage("")).spec(problem(Problems.FORBIDDEN));
  }

  @Test
  void pages_of_usage_follow_each_other() {
    for (var i = 0; i < 2; i++) {
      var key = issue(Ops.key(HARMLESS)).extract().<String>path("id");
      meter.of(UUID.fromString(key)).passed("aid", System.currentTimeMillis());
    }
    meter.flush();

    var first = get(MAKER, usage("&limit=1"));

    var next = first.extract().<String>path("next");
    get(MAKER, usage("&limit=1&cursor=" + next))
        .body("items.keyId", hasSize(1))
        .body("items[0].keyId", not(equalTo(first.extract().<String>path("items[0].keyId"))));
  }

  private static String usage(String more) {
    return "/usage?from=%s&to=%s%s".formatted(TODAY.minusDays(1), TODAY, more);
  }
}
