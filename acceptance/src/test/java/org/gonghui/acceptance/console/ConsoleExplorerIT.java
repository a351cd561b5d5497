package org.gonghui.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operations tried from the page, as a person and as a partner. */
@ExtendWith({RunningPlatform.Provided.class, Chromium.Provided.class})
class ConsoleExplorerIT {
  private static final String DOCUMENT = "/console/explorer?document=mutual-insurance";
  private static final Pattern OK = Pattern.compile("\\s*200\\b.*", Pattern.DOTALL);
  private static final Pattern REFUSED = Pattern.compile("\\s*401\\b.*", Pattern.DOTALL);
  private final RunningPlatform platform;
  private final Chromium chromium;

  ConsoleExplorerIT(RunningPlatform platform, Chromium chromium) {
    this.platform = platform;
    this.chromium = chromium;
  }

  @Test
  void an_operation_is_tried_with_ones_own_log_in() {
    try (var visitor = Visitor.english(chromium, platform).open(DOCUMENT)) {
      assertThat(caller(visitor)).hasText("Calls go out without a log-in; most will be refused.");
      assertThat(execute(visitor)).containsText(REFUSED);

      visitor.logIn("officer.city");

      assertThat(caller(visitor)).hasText("Calls go out as officer.city.");
      assertThat(execute(visitor)).containsText(OK);
    }
  }

  @Test
  void an_operation_is_tried_with_a_partners_key() {
    try (var visitor = Visitor.english(chromium, platform).open(DOCUMENT)) {
      visitor.page().locator("input[type=password]").fill(platform.gateway().key("hospital"));

      assertThat(caller(visitor)).hasText("Calls go out with the partner key.");
      assertThat(execute(visitor)).containsText(OK);
    }
  }

  private static Locator caller(Visitor visitor) {
    return visitor.page().locator("#caller");
  }

  /** Opens the operation and calls it; the answer's status is what is handed back. */
  private static Locator execute(Visitor visitor) {
    var operation = visitor.page().locator(".opblock[id$='-listPlanYears']");
    visitor.page().locator(".opblock-tag[data-tag='Plans']").click();
    operation.locator(".opblock-summary-control").first().click();
    operation.locator(".execute").click();
    return operation.locator(".live-responses-table .response-col_status").last();
  }
}
