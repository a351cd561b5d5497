package org.gonghui.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.insurance;
import static org.gonghui.gateway.stage.Knock.plans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gonghui.gateway.stage.Frames;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HTTP/2 with TLS, held to the same rules. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class Http2Test {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .sslContext(Stage.CERTIFICATE.trust())
          .version(HttpClient.Version.HTTP_2)
          .build();

  @BeforeEach
  void forget() {
    Stage.ORIGIN.received.clear();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + Stage.TLS_PORT + path))
        .header("Authorization", "Bearer " + Stage.ISSUER.token());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(request(path).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(BodyPublisher body)
      throws IOException, InterruptedException {
    return CLIENT.send(request(plans()).POST(body).build(), BodyHandlers.ofString());
  }

  @Test
  void a_request_passes_with_its_host_and_without_what_claims_an_identity() throws Exception {
    var asked = request(plans()).header("X-User-Id", "root").header("Remote-User", "root");

    var answer = CLIENT.send(asked.build(), BodyHandlers.ofString());

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("server")).isEmpty();
    assertThat(answer.headers().firstValue("strict-transport-security"))
        .contains("max-age=31536000");
    var seen = Stage.ORIGIN.received.stream().findFirst().orElseThrow();
    assertThat(seen.uri()).isEqualTo(plans());
    assertThat(seen.headers().get("host")).isEqualTo("localhost:" + Stage.TLS_PORT);
    assertThat(seen.headers().names().stream().map(String::toLowerCase))
        .doesNotContain("x-user-id", "remote-user", "transfer-encoding");
  }

  @Test
  void many_requests_share_a_connection() {
    var answers =
        IntStream.range(0, 12)
            .mapToObj(_ -> CLIENT.sendAsync(request(plans()).build(), BodyHandlers.ofString()))
            .toList();

    assertThat(answers.stream().map(answer -> answer.join().statusCode())).containsOnly(200);
  }

  @Test
  void bodies_pass_with_and_without_a_length() throws Exception {
    var bytes = new byte[1_500_000];

    assertThat(post(BodyPublishers.ofByteArray(bytes)).body()).isEqualTo("{\"bytes\":1500000}");
    assertThat(post(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(bytes))).body())
        .isEqualTo("{\"bytes\":1500000}");
  }

  @Test
  void a_body_over_the_limit_gets_its_answer() throws Exception {
    var bytes = new byte[Stage.MAX_BODY + 200_000];

    assertThat(post(BodyPublishers.ofByteArray(bytes)).statusCode()).isEqualTo(413);
    assertThat(post(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(bytes))).statusCode())
        .isEqualTo(413);
    assertThat(get(plans()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_refusal_is_a_problem_here_too() throws Exception {
    var answer = get(insurance("/plans;v=1"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("PATH_NOT_CANONICAL");
    assertThat(get(insurance("/hangs")).statusCode()).isEqualTo(504);
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of("transfer-encoding=chunked", ""),
        Arguments.of("connection=close", ""),
        Arguments.of("Name=upper case", ""),
        Arguments.of("name=a\r\nx: y", ""),
        Arguments.of("name=a\u0000b", ""),
        Arguments.of("na me=x", ""),
        Arguments.of("host=other", ""),
        Arguments.of("content-length=-1", ""),
        Arguments.of("content-length=3", "hello"),
        Arguments.of("content-length=9", "hello"),
        Arguments.of(":path=/q/metrics", ""),
        Arguments.of("upgrade=websocket", ""));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void what_would_be_two_things_in_http_1_is_refused(String field, String body) throws Exception {
    try (var frames = new Frames()) {
      frames.send(fields(plans(), field), body);

      assertThat(frames.status()).isIn(0, 400);
    }
    assertThat(Stage.ORIGIN.received.stream().map(received -> received.uri()))
        .doesNotContain("/q/metrics");
    assertThat(Stage.ORIGIN.received).hasSizeLessThanOrEqualTo(body.isEmpty() ? 0 : 1);
  }

  @Test
  void frames_of_a_good_request_are_answered() throws Exception {
    try (var frames = new Frames()) {
      frames.send(fields(plans(), "content-length=5"), "hello");

      assertThat(frames.status()).isEqualTo(200);
    }
  }

  private static List<String> fields(String path, String more) {
    var fields =
        new ArrayList<>(
            List.of(":method=POST", ":scheme=https", ":authority=localhost", ":path=" + path));
    fields.add("authorization=Bearer " + Stage.ISSUER.token());
    fields.add(more);
    return fields;
  }
}
