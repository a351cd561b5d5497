package org.gonghui.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.plans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.gonghui.gateway.stage.Answer;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers let pages of other origins do. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class CorsTest {
  private static Answer ask(String origin) {
    return Knock.request(
        "OPTIONS",
        plans(),
        "Origin: " + origin,
        "Access-Control-Request-Method: POST",
        "Access-Control-Request-Headers: authorization, idempotency-key");
  }

  @Test
  void the_question_beforehand_of_a_listed_origin_is_answered_at_the_door() {
    var before = Stage.ORIGIN.received.size();

    var answer = ask(Stage.DESK);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("access-control-allow-origin")).contains(Stage.DESK);
    assertThat(answer.header("access-control-allow-methods").orElseThrow()).contains("POST");
    assertThat(answer.header("access-control-allow-headers").orElseThrow())
        .contains("Authorization", "Idempotency-Key", "If-Match");
    assertThat(answer.header("access-control-max-age")).contains("7200");
    assertThat(answer.header("access-control-allow-credentials")).isEmpty();
    assertThat(answer.header("vary")).contains("Origin");
    assertThat(Stage.ORIGIN.received).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.org",
        "https://desk.example.org.evil.example",
        "http://desk.example.org",
        "https://desk.example.org:8443",
        "https://DESK.example.org",
        "null"
      })
  void no_other_origin_is_like_a_listed_one(String origin) {
    var answer = ask(origin);

    answer.isProblem(403, "ORIGIN_REFUSED");
    assertThat(answer.header("access-control-allow-origin")).isEmpty();
  }

  @Test
  void a_listed_origin_may_read_the_answer_and_its_headers() {
    var answer = Knock.get(plans(), bearer(Stage.ISSUER.token()), "Origin: " + Stage.DESK);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("access-control-allow-origin")).containsExactly(Stage.DESK);
    assertThat(answer.header("access-control-expose-headers").orElseThrow()).contains("ETag");
    assertThat(answer.header("vary")).contains("Origin");
  }

  @Test
  void it_may_read_refusals_too() {
    var answer = Knock.get(plans(), "Origin: " + Stage.DESK);

    answer.isProblem(401, "CREDENTIALS_MISSING");
    assertThat(answer.header("access-control-allow-origin")).contains(Stage.DESK);
  }

  @Test
  void other_origins_are_served_but_no_page_of_theirs_may_read_it() {
    var answer =
        Knock.get(plans(), bearer(Stage.ISSUER.token()), "Origin: https://evil.example.org");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("access-control-allow-origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "https://*.example.org", "desk.example.org", "https://a.b/"})
  void a_wildcard_or_half_an_origin_cannot_be_configured(String origin) {
    assertThatThrownBy(() -> new Cors(Set.of(origin))).hasMessageContaining("without wildcard");
  }
}
