package org.gonghui.gateway.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.insurance;
import static org.gonghui.gateway.stage.Knock.plans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import org.gonghui.gateway.route.RouteTable;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;

/** A service that is away, silent, broken or busy. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class UpstreamTest {
  @Inject RouteTable routes;

  private static String token() {
    return bearer(Stage.ISSUER.token());
  }

  @Test
  void a_service_that_is_away_is_503() {
    var answer = Knock.get("/api/aid/v1/leads", token());

    answer.isProblem(503, "UPSTREAM_UNREACHABLE");
    assertThat(answer.header("retry-after")).contains("2");
  }

  @Test
  void a_service_that_is_silent_is_504() {
    Knock.get(insurance("/hangs"), token()).isProblem(504, "UPSTREAM_TIMEOUT");
  }

  @Test
  void a_service_that_hangs_up_is_502() {
    Knock.get(insurance("/breaks"), token()).isProblem(502, "UPSTREAM_BROKEN");
  }

  @Test
  void an_answer_that_breaks_off_is_cut_so_that_nobody_takes_it_for_whole() throws IOException {
    try (var socket = Knock.connect()) {
      knock(socket, "/breaks-midway");

      var text = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

      assertThat(text).startsWith("HTTP/1.1 200").endsWith("half");
    }
  }

  @Test
  void beyond_the_concurrency_limit_requests_are_shed_at_once() throws IOException {
    var sockets = new ArrayList<Socket>();
    try {
      for (var i = 0; i < 20; i++) {
        var socket = Knock.connect();
        sockets.add(socket);
        knock(socket, "/hangs");
      }
      await().until(() -> routes.require(plans()).slots().taken() == 20);
      var began = System.nanoTime();

      var answer = Knock.get(plans(), token());

      answer.isProblem(503, "UPSTREAM_BUSY");
      assertThat(answer.header("retry-after")).contains("1");
      assertThat(System.nanoTime() - began).isLessThan(1_000_000_000L);
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
    await().until(() -> routes.require(plans()).slots().taken() == 0);
  }

  private static void knock(Socket socket, String path) throws IOException {
    var request =
        "GET " + insurance(path) + " HTTP/1.1\r\nHost: localhost\r\n" + token() + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
  }
}
