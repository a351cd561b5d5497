package org.gonghui.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Gateway;
import org.gonghui.acceptance.platform.Place;
import org.gonghui.acceptance.platform.Twin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Journey 10: a partner loses its key, with two gateways at the door. */
@ExtendWith(RunningPlatform.Provided.class)
class LostKeyIT {
  private static final String API = "/api/gateway/v1";
  private static final String QUESTION = "/api/mutual-insurance/v1/state-machines";
  private static final Caller OPS = new Caller.User("ops.city");
  private static final Caller SECOND_OPS = new Caller.User("ops2.city");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Caller NOBODY = new Caller.Stranger();
  private static final String HARMLESS = "mutual-insurance:eligibility:read";
  private static final String MONEY = "mutual-insurance:settlements:write";

  private final RunningPlatform platform;
  private final Gateway first;
  @TempDir Path logs;
  private Twin twin;
  private Gateway second;

  LostKeyIT(RunningPlatform platform) {
    this.platform = platform;
    this.first = platform.gateway();
  }

  @BeforeEach
  void openTheSecondDoor() throws IOException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "processes are copied from /proc");
    platform.heal();
    var known = first.place();
    twin =
        Twin.of(
            platform.pid("gateway"),
            known.port(17),
            logs.resolve("twin.log"),
            Twin.Settings.of(Map.of()));
    second = new Gateway(new Place(URI.create(twin.url()), known.issuer(), known.state()));
    twin.awaitReady();
  }

  @AfterEach
  void closeTheSecondDoor() {
    if (twin != null) {
      twin.close();
    }
  }

  @Test
  void a_revoked_key_is_refused_at_every_door_within_five_seconds_and_the_audit_tells_why() {
    var key = issue(HARMLESS, Body.of("name", "front desk"));
    for (var door : doors()) {
      assertThat(ask(door, secret(key)).status()).isEqualTo(200);
    }

    decide(OPS, key, "revocation", Body.of("reason", "found in a public repository"));

    var until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (doors().stream().anyMatch(door -> ask(door, secret(key)).isOk())) {
      assertThat(System.nanoTime()).as("still taken after five seconds").isLessThan(until);
    }
    assertThat(ask(second, secret(key)).code()).isEqualTo("KEY_INVALID");
    var act = first.require(Call.get(OPS, API + "/acts?subject=" + id(key))).json().at("/items/0");
    assertThat(act.path("actor").asText()).isEqualTo("ops.city");
    assertThat(act.path("action").asText()).isEqualTo("key-revoked");
    assertThat(act.path("reason").asText()).isEqualTo("found in a public repository");
    assertThat(Instant.parse(act.path("at").asText())).isAfter(Instant.now().minusSeconds(60));
    var trail = first.require(Call.get(OPS, API + "/audit/verification")).json();
    assertThat(trail.path("intact").asBoolean()).isTrue();
  }

  @Test
  void a_rotation_under_load_costs_not_one_call_and_needs_two_people_where_money_moves() {
    var old = issue(MONEY, Body.of("name", "billing"));
    assertThat(ask(first, secret(old)).code()).isEqualTo("KEY_INVALID");
    var own = first.patiently(Call.post(OPS, path(old) + "/approval").seen(old.etag()));
    assertThat(own.code()).isEqualTo("MAKER_IS_CHECKER");
    var approved = decide(SECOND_OPS, old, "approval", Body.of());
    var current = new AtomicReference<>(secret(old));
    var failures = new ConcurrentLinkedQueue<String>();
    var calls = new AtomicInteger();
    var over = new AtomicBoolean();
    var loads =
        doors().stream()
            .map(
                door ->
                    Thread.startVirtualThread(
                        () -> {
                          while (!over.get()) {
                            failures.addAll(failureOf(door, current.get()));
                            calls.incrementAndGet();
                          }
                        }))
            .toList();

    var rotation =
        Body.of("expiresAt", later(200), "overlapHours", 24, "reason", "the machine was replaced");
    var successor =
        first.require(Call.post(OPS, path(old) + "/rotation").seen(approved.etag()).json(rotation));
    decide(SECOND_OPS, successor, "approval", Body.of());
    current.set(secret(successor));
    awaitCalls(calls, calls.get() + 200);
    assertThat(ask(second, secret(old)).status()).isEqualTo(200);
    over.set(true);
    loads.forEach(LostKeyIT::join);

    assertThat(failures).isEmpty();
  }

  @Test
  void a_quota_is_exact_to_one_percent_over_two_doors_of_which_one_is_killed() {
    var quota = 1_000;
    var key = issue(HARMLESS, Body.of("name", "counted", "monthlyQuota", quota));
    var passed = 0;
    for (var i = 0; i < 300; i++) {
      for (var door : doors()) {
        passed += counted(door, secret(key)).isOk() ? 1 : 0;
      }
    }
    assertThat(passed).isEqualTo(600);

    twin.close();
    var last = counted(first, secret(key));
    while (last.isOk()) {
      passed++;
      last = counted(first, secret(key));
    }

    assertThat(last.code()).isEqualTo("QUOTA_EXCEEDED");
    assertThat(passed).isBetween(quota - quota / 100, quota + quota / 100);
  }

  /** Asked until it is counted: on a busy machine requests may overtake their count. */
  private static Answer counted(Gateway door, String secret) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    var answer = ask(door, secret);
    while (answer.code().equals("QUOTA_UNKNOWN") && System.nanoTime() < until) {
      Gateway.pause(Duration.ofMillis(20));
      answer = ask(door, secret);
    }
    return answer;
  }

  private List<Gateway> doors() {
    return List.of(first, second);
  }

  private Answer issue(String scope, JsonNode terms) {
    var partner =
        Body.of(
            "code", "j10-" + UUID.randomUUID(), "name", "示例医院", "kind", "HOSPITAL", "area", "3306");
    var owner = first.require(Call.post(OPS, API + "/partners").json(partner)).json();
    var wanted = Body.of("scopes", List.of(scope), "expiresAt", later(100), "terms", terms);
    var path = API + "/partners/" + owner.path("id").asText() + "/keys";
    return first.require(Call.post(OPS, path).json(wanted));
  }

  private Answer decide(Caller who, Answer seen, String decision, JsonNode body) {
    var call = Call.post(who, path(seen) + "/" + decision).seen(seen.etag());
    return first.require(body.isEmpty() ? call : call.json(body));
  }

  /** Asked once: waiting out a refusal would hide it. */
  private static Answer ask(Gateway door, String secret) {
    try {
      return door.once(Call.get(NOBODY, QUESTION).with("X-API-Key", secret));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static List<String> failureOf(Gateway door, String secret) {
    try {
      var answer = ask(door, secret);
      return answer.isOk() ? List.of() : List.of(answer.status() + " " + answer.code());
    } catch (UncheckedIOException cause) {
      return List.of(cause.toString());
    }
  }

  private static void awaitCalls(AtomicInteger calls, int atLeast) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (calls.get() < atLeast) {
      assertThat(System.nanoTime()).as("the load stands still").isLessThan(until);
      Gateway.pause(Duration.ofMillis(10));
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }

  private static String later(int days) {
    return Instant.now().plus(Duration.ofDays(days)).toString();
  }

  private static String id(Answer key) {
    return key.json().path("id").asText();
  }

  private static String path(Answer key) {
    return API + "/keys/" + id(key);
  }

  private static String secret(Answer key) {
    return key.json().path("secret").asText();
  }
}
