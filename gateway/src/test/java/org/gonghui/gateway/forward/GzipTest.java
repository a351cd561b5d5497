package org.gonghui.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.insurance;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.gonghui.gateway.stage.Origin;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large JSON answers are made smaller for who can read them, and nothing else is. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class GzipTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static HttpResponse<byte[]> get(String path, String accepted)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + Stage.PORT + insurance(path)))
            .header("Authorization", "Bearer " + Stage.ISSUER.token())
            .header("Accept-Encoding", accepted)
            .build();
    return CLIENT.send(request, BodyHandlers.ofByteArray());
  }

  private static String unzipped(byte[] body) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rows?rows=50000", "/rows?rows=50000&chunked=1"})
  void a_large_list_arrives_whole_and_small(String path) throws Exception {
    var answer = get(path, "br, gzip;q=0.8");

    assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(answer.headers().allValues("vary")).contains("Accept-Encoding");
    assertThat(unzipped(answer.body())).isEqualTo(Origin.ROW.repeat(50_000));
    assertThat(answer.body().length).isLessThan(Origin.ROW.length() * 5_000);
  }

  @ParameterizedTest
  @CsvSource({
    "/rows?rows=20, gzip",
    "/rows?rows=1000, identity",
    "/rows?rows=1000, gzip;q=0",
    "/rows?rows=1000&type=text/csv, gzip",
    "/rows?rows=1000&type=text/event-stream&chunked=1, gzip",
    "/rows?rows=1000&encoded=1, gzip",
    "/rows-tagged?rows=1000, gzip"
  })
  void everything_else_passes_as_it_came(String path, String accepted) throws Exception {
    var answer = get(path, accepted);

    assertThat(answer.headers().firstValue("content-encoding"))
        .isNotEqualTo(java.util.Optional.of("gzip"));
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith(Origin.ROW);
  }
}
