package org.gonghui.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.key;
import static org.gonghui.gateway.stage.Knock.plans;
import static org.gonghui.gateway.stage.Ops.HARMLESS;
import static org.gonghui.gateway.stage.Ops.issue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gonghui.gateway.stage.Answer;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Ops;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;

/** What bounds a key at the door: addresses, rate, quota, and its end. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class KeyLimitTest {
  @Inject MeterRegistry meters;

  @Test
  void a_key_bound_to_addresses_is_refused_from_any_other() {
    var secret =
        known(Map.of("name", "x", "addresses", List.of("198.51.100.0/24", "2001:db8::/32")));

    Knock.get(plans(), key(secret)).isProblem(403, "ADDRESS_REFUSED");
    Knock.get(plans(), key(secret), "X-Forwarded-For: 198.51.101.7")
        .isProblem(403, "ADDRESS_REFUSED");
    for (var address : List.of("198.51.100.7", "2001:db8::7", "::ffff:198.51.100.7")) {
      assertThat(Knock.get(plans(), key(secret), "X-Forwarded-For: " + address).status())
          .as(address)
          .isEqualTo(200);
    }
  }

  @Test
  void a_quota_that_is_used_up_is_refused_till_the_month_ends() {
    var secret = known(Map.of("name", "x", "monthlyQuota", 3));
    var answers = java.util.stream.Stream.generate(() -> Knock.get(plans(), key(secret)));

    var refused = answers.limit(500).filter(answer -> answer.status() == 429).findFirst();

    refused.orElseThrow().isProblem(429, "QUOTA_EXCEEDED");
    assertThat(refused.orElseThrow().header("ratelimit").orElse("")).contains("\"quota\";r=0;t=");
    assertThat(Integer.parseInt(refused.orElseThrow().header("retry-after").orElse("0")))
        .isBetween(1, 31 * 86_400);
  }

  @Test
  void a_key_has_a_rate_of_its_own() throws IOException {
    var secret = known(Map.of("name", "x", "rate", Map.of("perSecond", 1, "burst", 2)));
    var line = "GET " + plans() + " HTTP/1.1\r\nHost: localhost\r\n" + key(secret) + "\r\n\r\n";

    var answers = new ArrayList<Answer>();
    try (var socket = Knock.connect()) {
      socket.getOutputStream().write(line.repeat(20).getBytes(StandardCharsets.ISO_8859_1));
      for (var i = 0; i < 20; i++) {
        answers.add(Knock.read(socket.getInputStream()));
      }
    }

    var refused = answers.stream().filter(answer -> answer.status() != 200).findFirst();
    refused.orElseThrow().isProblem(429, "RATE_EXCEEDED");
    assertThat(refused.orElseThrow().header("ratelimit-policy")).contains("\"rate\";q=2;w=2");
  }

  @Test
  void every_answer_tells_what_is_left() {
    var answer = Knock.get(plans(), bearer(Stage.ISSUER.token(claims -> claims.subject("teller"))));

    assertThat(answer.header("ratelimit-policy"))
        .contains("\"rate\";q=%d;w=1".formatted(Stage.PER_SECOND));
    assertThat(answer.header("ratelimit"))
        .contains("\"rate\";r=%d;t=1".formatted(Stage.PER_SECOND - 1));
  }

  @Test
  void a_key_near_its_end_is_told_so_in_every_answer() {
    var soon =
        Instant.now().plus(Duration.ofDays(20)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    var near = new java.util.HashMap<>(Ops.key(HARMLESS));
    near.put("expiresAt", soon.toString());

    assertThat(first(issue(near).extract().path("secret")).header("key-expires"))
        .contains(soon.toString());
    assertThat(first(issue(Ops.key(HARMLESS)).extract().path("secret")).header("key-expires"))
        .isEmpty();
  }

  @Test
  void rubbish_is_refused_without_a_look_up() {
    var lookUps = meters.counter("gonghui.gateway.key.lookups");
    var good = Stage.HOSPITAL.text();
    var before = lookUps.count();

    for (var rubbish : List.of("x", good.substring(1), good + "a", swapped(good), "ghk_")) {
      Knock.get(plans(), key(rubbish)).isProblem(401, "KEY_INVALID");
    }

    assertThat(lookUps.count()).isEqualTo(before);
    assertThat(Knock.get(plans(), key(good)).status()).isEqualTo(200);
    assertThat(lookUps.count()).isEqualTo(before + 1);
  }

  private static String swapped(String good) {
    var last = good.charAt(30) == 'a' ? 'b' : 'a';
    return good.substring(0, 30) + last + good.substring(31);
  }

  private static String known(Map<String, Object> terms) {
    var secret = issue(Ops.key(HARMLESS, terms)).extract().<String>path("secret");
    first(secret);
    return secret;
  }

  /** The first answer after the door has learnt of the key. */
  private static Answer first(String secret) {
    return await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> Knock.get(plans(), key(secret)), answer -> answer.status() != 401);
  }
}
