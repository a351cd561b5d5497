package org.gonghui.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.plans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class RateTest {
  @Test
  void who_asks_too_often_is_told_when_to_come_back_and_others_are_not_touched()
      throws IOException {
    var eager = bearer(Stage.ISSUER.token(claims -> claims.subject("eager")));
    var line = "GET " + plans() + " HTTP/1.1\r\nHost: localhost\r\n" + eager + "\r\n\r\n";
    try (var socket = Knock.connect()) {
      var all = line.repeat(Stage.PER_SECOND * 2).getBytes(StandardCharsets.ISO_8859_1);
      Thread.startVirtualThread(() -> write(socket, all));
      var refused = 0;
      for (var i = 0; i < Stage.PER_SECOND * 2 && refused == 0; i++) {
        var answer = Knock.read(socket.getInputStream());
        if (answer.status() != 200) {
          answer.isProblem(429, "RATE_EXCEEDED");
          assertThat(answer.header("retry-after")).contains("1");
          refused++;
        }
      }
      assertThat(refused).isEqualTo(1);
    }

    var other = bearer(Stage.ISSUER.token(claims -> claims.subject("patient")));
    assertThat(Knock.get(plans(), other).status()).isEqualTo(200);
  }

  private static void write(java.net.Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException _) {
      // The reader has seen enough and left.
    }
  }
}
