package org.gonghui.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/aid/v1/leads",
        "/api/aid/v1/leads/0199-abc_.~",
        "/api/aid/v1/leads/a.b",
        "/api/aid/v1/employers/%E5%B7%A5%E4%BC%9A",
        "/api/aid/v1/a@b:c,d+e=f!$'()*&",
        "/api/aid/v1/a%20b%22%3C"
      })
  void the_canonical_spelling_passes_unchanged(String path) {
    var target = RequestTarget.of(path + "?limit=20&name=%e5%b7%a5+x");

    assertThat(target.path()).isEqualTo(path);
    assertThat(target.uri()).isEqualTo(path + "?limit=20&name=%e5%b7%a5+x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api/aid/v1",
        "*",
        "http://localhost/api/aid/v1",
        "//api/aid/v1",
        "/api//aid/v1",
        "/api/aid/v1/",
        "/api/./aid/v1",
        "/api/../aid/v1",
        "/api/aid/v1/..",
        "/api/aid/v1/...",
        "/api/aid/v1;v=1/leads",
        "/api/aid/v1/leads;",
        "/api/aid/v1\\leads",
        "/api/aid/v1/%2e%2e/x",
        "/api/aid/v1/%2E%2E/x",
        "/api/aid/v1/%2Fleads",
        "/api/aid/v1/%5Cleads",
        "/api/aid/v1/%3Bv=1",
        "/api/aid/v1/%00",
        "/api/aid/v1/\u0000",
        "/api/aid/v1/%0A",
        "/api/aid/v1/%7F",
        "/api/aid/v1/%25",
        "/api/aid/v1/%252e",
        "/api/aid/v1/%41",
        "/api/aid/v1/%e5%b7%a5",
        "/api/aid/v1/%C0%AF",
        "/api/aid/v1/%E0%80%AF",
        "/api/aid/v1/%ED%A0%80",
        "/api/aid/v1/%F5%80%80%80",
        "/api/aid/v1/%80",
        "/api/aid/v1/%C2%85",
        "/api/aid/v1/%E5%B7",
        "/api/aid/v1/%",
        "/api/aid/v1/%4",
        "/api/aid/v1/%zz",
        "/api/aid/v1/\u00e5",
        "/api/aid/v1/#part",
        "/api/aid/v1/a b",
        "/api/aid/v1/{id}",
        "/api/aid/v1/\u2025/x"
      })
  void every_other_spelling_is_refused(String path) {
    assertThatThrownBy(() -> RequestTarget.of(path))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.PATH_NOT_CANONICAL));
  }

  @Test
  void no_octet_may_be_encoded_that_means_the_same_or_more_unencoded() {
    var passing =
        IntStream.range(0, 128)
            .filter(octet -> passes("/a/%" + "%02X".formatted(octet)))
            .mapToObj(octet -> String.valueOf((char) octet))
            .toList();

    assertThat(passing)
        .containsExactly(" ", "\"", "#", "<", ">", "?", "[", "]", "^", "`", "{", "|", "}");
  }

  private static boolean passes(String path) {
    try {
      return RequestTarget.of(path).uri().equals(path);
    } catch (Refused _) {
      return false;
    }
  }

  @Property(tries = 5_000)
  void what_passes_is_decoded_to_a_path_without_any_trick(@ForAll("anyPath") String path) {
    RequestTarget target;
    try {
      target = RequestTarget.of(path);
    } catch (Refused _) {
      return;
    }

    var decoded =
        java.net.URLDecoder.decode(target.path().replace("+", "%2B"), StandardCharsets.UTF_8);
    assertThat(target.uri()).isEqualTo(path).startsWith(target.path());
    assertThat(decoded).doesNotContain("\\", ";", "\u0000", "//", "\ufffd", "%");
    assertThat(decoded.split("/")).doesNotContain(".", "..");
    assertThat(decoded.chars().filter(c -> c == '/').count())
        .isEqualTo(target.path().chars().filter(c -> c == '/').count());
  }

  @Provide
  Arbitrary<String> anyPath() {
    var piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "/",
                "/",
                "//",
                ".",
                "..",
                "/.",
                "/..",
                ";",
                "%2e",
                "%2E",
                "%2F",
                "%5C",
                "\\",
                "%00",
                "%3B",
                "%25",
                "%E5%B7%A5",
                "%C0%AF",
                "%C2%80",
                "v1",
                "api",
                "aid",
                "%41",
                "%20"),
            Arbitraries.strings().ascii().ofMaxLength(3),
            Arbitraries.integers().between(0, 255).map("%%%02X"::formatted));
    return piece.list().ofMinSize(1).ofMaxSize(8).map(pieces -> "/" + String.join("", pieces));
  }
}
