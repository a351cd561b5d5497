package org.gonghui.gateway.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.plans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose length or lines two parsers may read in two ways. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class SmugglingTest {
  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of("Content-Length: 5\r\nContent-Length: 6", 400, "REQUEST_MALFORMED"),
        Arguments.of("Content-Length: 5\r\nContent-Length: 5", 400, "REQUEST_MALFORMED"),
        Arguments.of("Content-Length: 5, 5", 400, "REQUEST_MALFORMED"),
        Arguments.of("Content-Length: +5", 400, "REQUEST_MALFORMED"),
        Arguments.of("Content-Length: -5", 400, "REQUEST_MALFORMED"),
        Arguments.of("Content-Length: 0x5", 400, "REQUEST_MALFORMED"),
        Arguments.of("Content-Length: 99999999999999999999", 400, "REQUEST_MALFORMED"),
        Arguments.of("Content-Length: 5\r\nTransfer-Encoding: chunked", 400, "REQUEST_MALFORMED"),
        Arguments.of("Transfer-Encoding: chunked\r\nContent-Length: 5", 400, "REQUEST_MALFORMED"),
        Arguments.of("Transfer-Encoding: xchunked", 400, "REQUEST_MALFORMED"),
        Arguments.of(
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", 400, "REQUEST_MALFORMED"),
        Arguments.of("Transfer-Encoding : chunked", 400, "REQUEST_MALFORMED"),
        Arguments.of("Transfer-Encoding:\u000bchunked", 400, "REQUEST_MALFORMED"),
        Arguments.of("Note: one\r\n two", 400, "REQUEST_MALFORMED"),
        Arguments.of("Note: one\r\n\tTransfer-Encoding: chunked", 400, "REQUEST_MALFORMED"),
        Arguments.of("Note: one\nTransfer-Encoding: chunked", 400, "REQUEST_MALFORMED"),
        Arguments.of("Note: one\rTransfer-Encoding: chunked", 400, "REQUEST_MALFORMED"),
        Arguments.of("Na me: x", 400, "REQUEST_MALFORMED"),
        Arguments.of("Name: a\u0000b", 400, "REQUEST_MALFORMED"),
        Arguments.of("Long: " + "x".repeat(20_000), 431, "HEADERS_TOO_LARGE"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void an_ambiguous_request_is_refused_and_its_connection_ends(
      String headers, int status, String code) throws IOException {
    var before = Stage.ORIGIN.received.size();
    try (var socket = Knock.connect()) {
      var request =
          "POST "
              + plans()
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + bearer(Stage.ISSUER.token())
              + "\r\n"
              + headers
              + "\r\n\r\n"
              + "0\r\n\r\nGET /api/mutual-insurance/v1/smuggled HTTP/1.1\r\nHost: localhost\r\n"
              + bearer(Stage.ISSUER.token())
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));

      Knock.read(socket.getInputStream()).isProblem(status, code);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(Stage.ORIGIN.received.size()).isEqualTo(before);
  }

  @Test
  void an_over_long_request_line_is_refused() {
    Knock.get(plans() + "?q=" + "x".repeat(9_000)).isProblem(414, "LINE_TOO_LONG");
  }

  @Test
  void a_fold_that_arrives_in_a_second_packet_is_refused_as_well() throws Exception {
    try (var socket = Knock.connect()) {
      var out = socket.getOutputStream();
      socket.setTcpNoDelay(true);
      out.write(
          ("GET " + plans() + " HTTP/1.1\r\nHost: localhost\r\nNote: one\r\n")
              .getBytes(ISO_8859_1));
      Thread.sleep(200);
      out.write(" two\r\n\r\n".getBytes(ISO_8859_1));

      Knock.read(socket.getInputStream()).isProblem(400, "REQUEST_MALFORMED");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked"
      })
  void the_older_protocol_is_no_way_round(String headers) {
    var before = Stage.ORIGIN.received.size();

    var answer =
        Knock.raw(
            "POST "
                + plans()
                + " HTTP/1.0\r\nHost: localhost\r\n"
                + headers
                + "\r\n"
                + bearer(Stage.ISSUER.token())
                + "\r\n\r\n0\r\n\r\n");

    answer.isProblem(400, "REQUEST_MALFORMED");
    assertThat(Stage.ORIGIN.received).hasSize(before);
  }

  @Test
  void a_request_of_another_protocol_is_refused() {
    Knock.raw("HELO gonghui\r\n\r\n").isProblem(400, "REQUEST_MALFORMED");
  }
}
