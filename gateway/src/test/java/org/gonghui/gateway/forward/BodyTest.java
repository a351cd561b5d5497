package org.gonghui.gateway.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.insurance;
import static org.gonghui.gateway.stage.Knock.plans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import org.gonghui.gateway.stage.Answer;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;

/** Bodies stream both ways, within their limits. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class BodyTest {
  private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
  private static final byte[] PART = new byte[50_000];

  private static String head(String more) {
    return "POST " + plans() + HOST + bearer(Stage.ISSUER.token()) + "\r\n" + more + "\r\n";
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private static Answer upload(int parts, String head, boolean chunked) throws IOException {
    try (var socket = Knock.connect()) {
      say(socket, head);
      try {
        for (var i = 0; i < parts; i++) {
          say(socket, chunked ? "C350\r\n" : "");
          socket.getOutputStream().write(PART);
          say(socket, chunked ? "\r\n" : "");
        }
        say(socket, chunked ? "0\r\n\r\n" : "");
      } catch (IOException _) {
        // The gateway may close while the rest is still being sent; the answer counts.
      }
      return Knock.read(socket.getInputStream());
    }
  }

  @Test
  void a_body_with_a_length_arrives_whole() throws IOException {
    var answer = upload(40, head("Content-Length: 2000000\r\n"), false);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("bytes").asInt()).isEqualTo(2_000_000);
  }

  @Test
  void a_body_in_chunks_arrives_whole() throws IOException {
    var answer = upload(40, head("Transfer-Encoding: chunked\r\n"), true);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("bytes").asInt()).isEqualTo(2_000_000);
  }

  @Test
  void a_declared_length_over_the_limit_is_refused_before_the_body_is_sent() {
    Knock.raw(head("Content-Length: 2000001\r\n")).isProblem(413, "BODY_TOO_LARGE");
  }

  @Test
  void streamed_bytes_are_counted() throws IOException {
    upload(41, head("Transfer-Encoding: chunked\r\n"), true).isProblem(413, "BODY_TOO_LARGE");
  }

  @Test
  void the_answer_to_a_body_over_the_limit_arrives_while_the_client_still_sends()
      throws IOException {
    try (var socket = Knock.connect()) {
      say(socket, head("Content-Length: 2000000000\r\n"));
      var sender = Thread.startVirtualThread(() -> sendForEver(socket));

      var answer = Knock.read(socket.getInputStream());

      answer.isProblem(413, "BODY_TOO_LARGE");
      assertThat(answer.header("connection")).contains("close");
      assertThat(sender.isAlive()).isTrue();
    }
  }

  private static void sendForEver(Socket socket) {
    try {
      while (true) {
        socket.getOutputStream().write(PART);
      }
    } catch (IOException _) {
      // The gateway had enough.
    }
  }

  @Test
  void an_upload_without_credential_is_refused_at_once() {
    Knock.raw("POST " + plans() + HOST + "Content-Length: 1000000\r\n\r\n")
        .isProblem(401, "CREDENTIALS_MISSING");
  }

  @Test
  void a_client_that_asks_first_is_told_to_continue() throws IOException {
    try (var socket = Knock.connect()) {
      say(socket, head("Content-Length: 5\r\nExpect: 100-continue\r\n"));
      assertThat(socket.getInputStream().readNBytes(21))
          .asString(ISO_8859_1)
          .isEqualTo("HTTP/1.1 100 Continue");
      assertThat(socket.getInputStream().readNBytes(4)).hasSize(4);

      say(socket, "hello");

      assertThat(Knock.read(socket.getInputStream()).json().path("bytes").asInt()).isEqualTo(5);
    }
  }

  @Test
  void a_body_that_stalls_is_given_up() throws IOException {
    try (var socket = Knock.connect()) {
      say(socket, head("Content-Length: 100\r\n") + "half");

      Knock.read(socket.getInputStream()).isProblem(408, "REQUEST_TIMEOUT");
    }
  }

  @Test
  void a_client_that_leaves_frees_its_slot() throws IOException {
    for (var i = 0; i < 60; i++) {
      try (var socket = Knock.connect()) {
        say(socket, head("Content-Length: 100\r\n") + "half");
      }
    }

    assertThat(Knock.get(plans(), bearer(Stage.ISSUER.token())).status()).isEqualTo(200);
  }

  @Test
  void a_connection_that_says_nothing_is_closed() throws IOException {
    try (var socket = Knock.connect()) {
      say(socket, "GET " + plans() + HOST);

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void one_connection_serves_many_requests_also_after_a_refusal() throws IOException {
    try (var socket = Knock.connect()) {
      var good = "GET " + plans() + HOST + bearer(Stage.ISSUER.token()) + "\r\n\r\n";
      say(socket, good + "GET " + plans() + HOST + "\r\n" + good);

      assertThat(Knock.read(socket.getInputStream()).status()).isEqualTo(200);
      Knock.read(socket.getInputStream()).isProblem(401, "CREDENTIALS_MISSING");
      assertThat(Knock.read(socket.getInputStream()).status()).isEqualTo(200);
    }
  }

  @Test
  void a_stream_of_events_outlives_the_time_limit() throws IOException {
    try (var socket = Knock.connect()) {
      say(socket, "GET " + insurance("/events") + HOST + bearer(Stage.ISSUER.token()) + "\r\n\r\n");
      var text = new StringBuilder();
      var began = System.nanoTime();
      while (!text.toString().endsWith("data: 2\n\n")) {
        text.append((char) socket.getInputStream().read());
        if (text.toString().endsWith("data: 1\n\n")) {
          assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
        }
      }

      assertThat(System.nanoTime() - began).isGreaterThan(2_500_000_000L);
      assertThat(text).contains("transfer-encoding: chunked").contains("text/event-stream");
    }
  }
}
