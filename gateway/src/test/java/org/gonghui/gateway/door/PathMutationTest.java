package org.gonghui.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.bearer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Origin.Received;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path of the services' documents bent in every known way: no service sees a bent one. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class PathMutationTest {
  private static final Pattern PATH_LINE = Pattern.compile("^ {2}(/api/\\S+):$");
  private static final List<String> BENDS =
      List.of(
          ";v=1",
          ";",
          "//",
          "///",
          "/./",
          "/../",
          "/..;/",
          ";/",
          "/.//",
          "/.;x=/",
          "%2f",
          "%2F",
          "%2e",
          "%2E",
          "%2e%2e/",
          "%2E%2E%2F",
          "%252e",
          "%252F",
          "%5c",
          "%5C",
          "\\",
          "/..\\",
          "%00",
          "\u0000",
          "%c0%af",
          "%C0%AF",
          "%ff",
          "%FF",
          "%e5%b7",
          "%E5%B7",
          "%ED%A0%80",
          "%3b",
          "%3B",
          "%09",
          "%0D%0A",
          "%u002e",
          "\u00c0\u00ae",
          "\u00e5",
          "%25",
          "%",
          "%4",
          "#",
          "%7F");
  private static final int BENDS_PER_PATH = 12;

  private final Random random = new Random(20171231);
  private final String token = bearer(Stage.ISSUER.token());

  static List<String> templates(String module) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("..", module, "openapi.yaml"))) {
      return lines
          .map(PATH_LINE::matcher)
          .filter(java.util.regex.Matcher::matches)
          .map(matcher -> matcher.group(1))
          .toList();
    }
  }

  private static String filled(String template) {
    return template.replaceAll("\\{[^}]+}", "0199");
  }

  @BeforeEach
  void the_service_serves_its_documented_paths() throws IOException {
    var known =
        templates("mutual-insurance-service").stream()
            .map(template -> Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+")))
            .toList();
    Stage.ORIGIN.serves =
        path -> known.stream().anyMatch(template -> template.matcher(path).matches());
    Stage.ORIGIN.received.clear();
  }

  @AfterEach
  void every_path_again() {
    Stage.ORIGIN.serves = _ -> true;
  }

  private String bend(String path) {
    var at = 1 + random.nextInt(path.length());
    return path.substring(0, at) + BENDS.get(random.nextInt(BENDS.size())) + path.substring(at);
  }

  /** One letter in the other case. */
  private String otherCase(String path, int from, int to) {
    var at = from + random.nextInt(to - from);
    while (!Character.isLetter(path.charAt(at))) {
      at = at + 1 < to ? at + 1 : from;
    }
    var letter = path.substring(at, at + 1);
    return path.substring(0, at) + letter.toUpperCase(Locale.ROOT) + path.substring(at + 1);
  }

  @Test
  void a_bent_path_is_refused_and_never_forwarded() throws IOException {
    var paths =
        Stream.concat(
                templates("mutual-insurance-service").stream(), templates("aid-service").stream())
            .map(PathMutationTest::filled)
            .toList();
    assertThat(paths).hasSizeGreaterThan(50);

    for (var path : paths) {
      for (var i = 0; i < BENDS_PER_PATH; i++) {
        var bent = i % 3 == 0 ? bend(bend(path)) : bend(path);
        var answer = random.nextBoolean() ? Knock.get(bent, token) : Knock.get(bent);
        assertThat(answer.status()).as(bent).isIn(400, 401, 403, 404);
      }
    }

    assertThat(Stage.ORIGIN.received.stream()).isEmpty();
  }

  @Test
  void another_case_is_another_path_and_is_forwarded_as_it_is() throws IOException {
    var prefix = "/api/mutual-insurance/v1".length();
    for (var path :
        templates("mutual-insurance-service").stream().map(PathMutationTest::filled).toList()) {
      var elsewhere = otherCase(path, 1, prefix);
      assertThat(Knock.get(elsewhere, token).status()).as(elsewhere).isEqualTo(404);
      assertThat(Stage.ORIGIN.received.stream()).isEmpty();

      var literal = path.contains("/0199") ? path.indexOf("/0199") : path.length();
      var deeper = otherCase(path, prefix + 1, literal);
      assertThat(Knock.get(deeper, token).status()).as(deeper).isIn(403, 404);
      assertThat(Stage.ORIGIN.received.stream().map(Received::uri)).containsExactly(deeper);
      Stage.ORIGIN.received.clear();
    }
  }
}
