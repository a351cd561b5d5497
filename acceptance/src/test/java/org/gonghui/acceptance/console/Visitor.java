package org.gonghui.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gonghui.acceptance.journey.RunningPlatform;

/** Somebody with a browser window; leaving, they report what the browser complained of. */
final class Visitor implements AutoCloseable {
  static final String PASSWORD = "gonghui-demo";
  private static final int PATIENCE_MILLIS = 30_000;
  private final String home;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(String home, BrowserContext context) {
    this.home = home;
    this.context = context;
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          // A refused call is an answer that the page shows; it is no fault of the page.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(message.text());
          }
        });
  }

  static Visitor of(Chromium chromium, RunningPlatform platform, String locale, int width) {
    var options = new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, 800);
    var home = platform.gateway().place().gateway().toString();
    return new Visitor(home, chromium.browser().newContext(options));
  }

  static Visitor english(Chromium chromium, RunningPlatform platform) {
    return of(chromium, platform, "en-GB", 1_280);
  }

  Page page() {
    return page;
  }

  Visitor open(String path) {
    page.navigate(home + path);
    return this;
  }

  Visitor logIn(String user) {
    button("Log in").first().click();
    page.locator("#username").fill(user);
    page.locator("#password").fill(PASSWORD);
    page.locator("[type=submit]").click();
    assertThat(page.locator(".user")).hasText(user);
    return this;
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  void isAt(String path) {
    assertThat(page).hasURL(Pattern.compile((home + path).replace(".", "\\.") + "(\\?.*)?"));
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }
}
