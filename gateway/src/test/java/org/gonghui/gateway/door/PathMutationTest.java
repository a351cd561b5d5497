package org.gonghui.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.plans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;

/** Protected paths bent in every known way, through HTTP: no service sees a bent one. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class PathMutationTest {
  private static final List<String> BENDS =
      List.of(
          ";v=1",
          "//",
          "/./",
          "/../",
          "%2f",
          "%2F",
          "%5c",
          "\\",
          "%00",
          "%2e%2e/",
          "%252e",
          "%c0%af",
          "%ff",
          "%e5%b7",
          "/..;/",
          ";/",
          "%3b",
          "%09",
          "%u002e",
          "\u00c0\u00ae",
          "/.//",
          "%25",
          "%");
  private static final int TRIES = 600;

  @Test
  void a_bent_path_is_refused_and_never_forwarded() {
    var random = new Random(20171231);
    var token = bearer(Stage.ISSUER.token());
    Stage.ORIGIN.received.clear();

    for (var i = 0; i < TRIES; i++) {
      var bent = bend(plans() + "/0199", random);
      var answer = random.nextBoolean() ? Knock.get(bent, token) : Knock.get(bent);
      assertThat(answer.status()).as(bent).isIn(400, 401, 403, 404);
    }

    assertThat(Stage.ORIGIN.received.stream()).isEmpty();
  }

  private static String bend(String path, Random random) {
    var at = 1 + random.nextInt(path.length());
    var bend = BENDS.get(random.nextInt(BENDS.size()));
    return path.substring(0, at) + bend + path.substring(at);
  }
}
