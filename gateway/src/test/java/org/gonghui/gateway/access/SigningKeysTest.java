package org.gonghui.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.gonghui.gateway.limit.TestLimits;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.problem.Refused;
import org.gonghui.gateway.route.GatewaySettings;
import org.gonghui.gateway.stage.Issuer;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void without_the_issuers_keys_nobody_is_called_a_liar() {
    try (var issuer = new Issuer()) {
      var settings = settings("http://localhost:" + Stage.freePort() + "/realms/gonghui");
      var keys = new SigningKeys(vertx, settings);
      var callers = callers(keys, settings);
      var token = issuer.token();
      var fingerprint = Fingerprint.of(Fingerprint.sha256(), token);

      assertThatThrownBy(
              () ->
                  callers
                      .learn(token, fingerprint)
                      .toCompletionStage()
                      .toCompletableFuture()
                      .join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> {
                assertThat(refused.refusal()).isEqualTo(Refusal.IDENTITY_UNAVAILABLE);
                assertThat(refused.retryAfterSeconds()).isPositive();
              });
      assertThat(keys.isLoaded()).isFalse();
    }
  }

  @Test
  void keys_are_found_once_the_issuer_is_there() {
    try (var issuer = new Issuer()) {
      var keys = new SigningKeys(vertx, settings(issuer.url()));

      keys.refresh().toCompletionStage().toCompletableFuture().join();

      assertThat(keys.isLoaded()).isTrue();
      assertThat(keys.find("rsa-1")).isNotNull();
      assertThat(keys.find("rsa-2")).isNull();
    }
  }

  private static TokenCallers callers(SigningKeys keys, GatewaySettings settings) {
    var allowances = TestLimits.allowances(10);
    return new TokenCallers(new AccessTokens(keys, settings), keys, allowances, Clock.systemUTC());
  }

  private static GatewaySettings settings(String issuer) {
    var values = new HashMap<String, String>();
    for (var name : new String[] {"idle", "body-stall", "drain", "catalogue.refresh"}) {
      values.put("gonghui.gateway." + name, "PT5S");
    }
    for (var name : new String[] {"port", "event-loops", "connections-per-loop"}) {
      values.put("gonghui.gateway." + name, "1");
    }
    values.putAll(
        Map.of(
            "gonghui.gateway.host", "localhost",
            "gonghui.gateway.oidc.issuer", issuer,
            "gonghui.gateway.oidc.audience", "gonghui",
            "gonghui.gateway.oidc.console-client", "gonghui-console"));
    return new SmallRyeConfigBuilder()
        .withMapping(GatewaySettings.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(GatewaySettings.class);
  }
}
