package org.gonghui.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class ConsolePagesTest {
  private static final Pattern REFERENCE = Pattern.compile("['\"](/console/[^'\"]+\\.\\w+)['\"]");

  @Test
  void the_page_runs_and_shows_only_what_is_its_own() {
    var page = Knock.get("/console");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-security-policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContainPattern("<script>|<style|style=|onload=|onclick=");
  }

  @Test
  void every_file_that_the_console_names_is_there() {
    var seen = new HashSet<String>();

    follow("/console", seen);

    assertThat(seen)
        .contains("/console/lib/pico.css", "/console/lib/lit-html.js", "/console/lib/keycloak.js")
        .contains("/console/lib/echarts.js", "/console/lib/swagger-ui.js")
        .hasSizeGreaterThan(20);
  }

  @Test
  void a_view_is_the_one_page() {
    var page = Knock.get("/console").body();

    assertThat(Knock.get("/console/health").body()).isEqualTo(page);
    assertThat(Knock.get("/console/city/rows?figure=ENROLLED&year=2017").body()).isEqualTo(page);
    assertThat(Knock.get("/api/gateway/v1/console").header("location")).contains("/console");
  }

  @Test
  void the_log_in_is_told_where_it_is() {
    var settings = Knock.get("/console/settings.json").json();

    assertThat(settings.path("clientId").asText()).isEqualTo("gonghui-console");
    assertThat(Stage.ISSUER.url()).startsWith(settings.path("url").asText());
  }

  @Test
  void a_file_is_sent_once_and_packed() {
    var first = Knock.get("/console/lib/echarts.js", "Accept-Encoding: gzip");

    assertThat(first.header("content-encoding")).contains("gzip");
    assertThat(Integer.parseInt(first.header("content-length").orElseThrow())).isLessThan(300_000);
    var tag = first.header("etag").orElseThrow();
    var again = Knock.get("/console/lib/echarts.js", "If-None-Match: " + tag);
    assertThat(again.status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/nothing.js",
        "/console/lib/nothing.js",
        "/console/index.html",
        "/console/application.properties",
        "/console/lib/swagger-ui.js.map",
        "/console/a/b/c/d/e",
        "/console/UPPER"
      })
  void nothing_else_is_there(String path) {
    Knock.get(path).isProblem(404, "ROUTE_UNKNOWN");
  }

  private static void follow(String path, Set<String> seen) {
    if (!seen.add(path)) {
      return;
    }
    var file = Knock.get(path);
    assertThat(file.status()).as(path).isEqualTo(200);
    if (path.contains("/lib/")) {
      return;
    }
    var named = REFERENCE.matcher(file.body());
    while (named.find()) {
      follow(named.group(1), seen);
    }
  }
}
