package org.gonghui.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class ProblemPagesTest {
  @Test
  void the_type_of_every_refusal_of_the_gateway_is_a_page() {
    for (var refusal : Refusal.values()) {
      var name = refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
      var page = Knock.get("/problems/" + name).json();

      assertThat(page.path("status").asInt()).as(name).isEqualTo(refusal.status());
      assertThat(page.at("/title/en").asText()).isEqualTo(refusal.title(false));
      assertThat(page.at("/title/zh-CN").asText()).isEqualTo(refusal.title(true));
      assertThat(page.at("/meaning/zh-CN").asText()).containsPattern("[\\u4e00-\\u9fff]");
    }
  }

  @Test
  void a_services_problem_is_told_in_the_readers_language_without_any_markup_of_its_own() {
    await().until(() -> Knock.get("/problems/window-closed").status() == 200);

    var english = Knock.get("/problems/window-closed", "Accept: text/html");
    var chinese =
        Knock.get("/problems/window-closed", "Accept: text/html", "Accept-Language: zh-CN");

    assertThat(english.header("content-type")).contains("text/html; charset=utf-8");
    assertThat(english.body())
        .contains("window &amp; it is &lt;closed&gt;")
        .doesNotContain("<script");
    assertThat(chinese.body()).contains("lang=\"zh-CN\"", "不在办理时间内");
    assertThat(Knock.get("/problems").json().toString()).contains("WINDOW_CLOSED", "RATE_EXCEEDED");
  }

  @Test
  void an_unknown_problem_is_404_and_a_refusal_speaks_chinese() {
    Knock.get("/problems/nothing-of-the-kind").isProblem(404, "ROUTE_UNKNOWN");
    var refused = Knock.get("/nowhere", "Accept-Language: zh-CN").json();

    assertThat(refused.path("title").asText()).isEqualTo("未找到");
    assertThat(refused.path("detail").asText()).isEqualTo("该地址没有对应的服务。");
    assertThat(Knock.get(refused.path("type").asText()).status()).isEqualTo(200);
  }
}
