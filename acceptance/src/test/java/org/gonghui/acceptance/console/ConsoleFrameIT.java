package org.gonghui.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console for everybody: with a keyboard, on a phone, in both languages, with aids. */
@ExtendWith({RunningPlatform.Provided.class, Chromium.Provided.class})
class ConsoleFrameIT {
  private static final int PHONE = 360;
  private static final List<String> VIEWS =
      List.of(
          "/console",
          "/console/health",
          "/console/health/letters",
          "/console/health/jobs",
          "/console/partners",
          "/console/partners/acts",
          "/console/explorer");
  private final RunningPlatform platform;
  private final Chromium chromium;

  ConsoleFrameIT(RunningPlatform platform, Chromium chromium) {
    this.platform = platform;
    this.chromium = chromium;
  }

  @Test
  void a_keyboard_is_enough_to_log_in_and_to_look_at_the_services() {
    try (var visitor = Visitor.english(chromium, platform).open("/console/health")) {
      assertThat(visitor.heading("Health")).isVisible();
      press(visitor, "Tab");
      assertThat(visitor.page().locator("#skip")).isFocused();
      tabTo(visitor, "Log in");
      press(visitor, "Enter");
      assertThat(visitor.page().locator("#username")).isVisible();
      visitor.page().locator("#username").focus();
      visitor.page().keyboard().type("ops.city");
      press(visitor, "Tab");
      visitor.page().keyboard().type(Visitor.PASSWORD);
      press(visitor, "Enter");
      assertThat(visitor.page().locator(".user")).hasText("ops.city");

      tabTo(visitor, "Jobs");
      assertThat(outline(visitor)).isNotEqualTo("none");
      press(visitor, "Enter");

      visitor.isAt("/console/health/jobs");
      assertThat(visitor.page().locator("#main")).isFocused();
    }
  }

  @Test
  void the_language_is_the_browsers_at_first_and_then_the_chosen_one() {
    try (var visitor = Visitor.of(chromium, platform, "zh-CN", 1_280).open("/console/explorer")) {
      assertThat(visitor.heading("接口浏览")).isVisible();

      visitor.button("English").click();

      assertThat(visitor.heading("API explorer")).isVisible();
      assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
      visitor.page().reload();
      assertThat(visitor.heading("API explorer")).isVisible();
    }
    try (var visitor = Visitor.of(chromium, platform, "en-US", 1_280).open("/console/explorer")) {
      assertThat(visitor.heading("API explorer")).isVisible();
    }
  }

  @Test
  void a_reload_keeps_the_log_in_and_logging_out_ends_it() {
    try (var visitor = Visitor.english(chromium, platform).open("/console/health")) {
      visitor.logIn("ops.city");

      visitor.page().reload();
      assertThat(visitor.page().locator(".user")).hasText("ops.city");
      assertThat(stored(visitor)).doesNotContain("eyJ");

      visitor.button("Log out").click();
      assertThat(visitor.button("Log in").first()).isVisible();
      visitor.open("/console/health");
      assertThat(visitor.page().locator("#main")).containsText("You are not logged in");
    }
  }

  @Test
  void every_view_fits_a_phone() {
    try (var visitor = Visitor.of(chromium, platform, "en-GB", PHONE).open("/console")) {
      visitor.button("Log in").first().click();
      visitor.page().locator("#username").fill("ops.city");
      visitor.page().locator("#password").fill(Visitor.PASSWORD);
      visitor.page().locator("[type=submit]").click();
      for (var view : VIEWS) {
        settled(visitor, view);
        var width = visitor.page().evaluate("document.documentElement.scrollWidth");
        assertThat(width).as(view).isEqualTo(PHONE);
      }
    }
  }

  @Test
  void people_with_aids_find_no_serious_barrier() {
    try (var visitor = Visitor.english(chromium, platform).open("/console")) {
      visitor.logIn("ops.city");
      for (var view : VIEWS) {
        settled(visitor, view);
        // What Swagger UI draws is its own; the console's part of the page is judged.
        var found = new AxeBuilder(visitor.page()).exclude(".swagger-ui").analyze();
        assertThat(found.getViolations())
            .as(view)
            .filteredOn(it -> List.of("serious", "critical").contains(it.getImpact()))
            .extracting(it -> it.getId() + " " + it.getNodes())
            .isEmpty();
      }
    }
  }

  private static void settled(Visitor visitor, String view) {
    visitor.open(view);
    assertThat(visitor.page().locator("#main h1").first()).isVisible();
    assertThat(visitor.page().locator("#main [aria-busy=true]")).hasCount(0);
    visitor.page().waitForLoadState(LoadState.LOAD);
  }

  private static void press(Visitor visitor, String key) {
    visitor.page().keyboard().press(key);
  }

  private static void tabTo(Visitor visitor, String words) {
    for (var i = 0; i < 40; i++) {
      if (words.equals(visitor.page().evaluate("document.activeElement.textContent.trim()"))) {
        return;
      }
      press(visitor, "Tab");
    }
    throw new AssertionError("the keyboard does not reach " + words);
  }

  private static Object outline(Visitor visitor) {
    return visitor.page().evaluate("getComputedStyle(document.activeElement).outlineStyle");
  }

  private static String stored(Visitor visitor) {
    return (String)
        visitor.page().evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])");
  }
}
