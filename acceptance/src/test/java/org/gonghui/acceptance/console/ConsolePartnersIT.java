package org.gonghui.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.platform.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a partner's keys, as operations lead it. */
@ExtendWith({RunningPlatform.Provided.class, Chromium.Provided.class})
class ConsolePartnersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SMALL = "mutual-insurance:plans:read";
  private static final String MONEY = "mutual-insurance:settlements:write";
  private final HttpClient http = HttpClient.newHttpClient();
  private final RunningPlatform platform;
  private final Chromium chromium;

  ConsolePartnersIT(RunningPlatform platform, Chromium chromium) {
    this.platform = platform;
    this.chromium = chromium;
  }

  @Test
  void a_key_is_made_used_rotated_and_revoked() {
    try (var visitor = ops("ops.city")) {
      openNewPartner(visitor);

      var first = issue(visitor, SMALL);
      awaitAnswer(first, 200);
      assertThat(state(visitor, 0)).hasText("In force");

      act(visitor, 0, "Rotate");
      fill(visitor, "Reason", "the old one lay in a mail");
      submit(visitor, "Rotate");
      var second = secret(visitor);
      awaitAnswer(second, 200);
      assertThat(answer(first)).as("both work while they overlap").isEqualTo(200);

      act(visitor, 1, "Revoke");
      fill(visitor, "Reason", "it was seen in a log");
      submit(visitor, "Revoke");
      assertThat(state(visitor, 1)).hasText("Revoked");
      awaitAnswer(second, 401);
      assertThat(answer(first)).isEqualTo(200);

      usageIsShown(visitor);
      visitor.open("/console/partners/acts");
      assertThat(visitor.page().locator("table")).containsText("it was seen in a log");
    }
  }

  @Test
  void a_key_that_moves_money_waits_for_a_second_person() {
    String address;
    String key;
    try (var maker = ops("ops.city")) {
      openNewPartner(maker);
      key = issue(maker, MONEY);
      assertThat(state(maker, 0)).hasText("Needs approval");
      act(maker, 0, "Approve");
      submit(maker, "Approve");
      assertThat(maker.page().locator("dialog").getByRole(AriaRole.ALERT)).isVisible();
      assertThat(answer(key)).isEqualTo(401);
      address = maker.page().url();
    }
    try (var checker = ops("ops2.city")) {
      checker.page().navigate(address);
      act(checker, 0, "Approve");
      submit(checker, "Approve");
      assertThat(state(checker, 0)).hasText("In force");
      awaitAnswer(key, 200);
    }
  }

  private Visitor ops(String user) {
    var visitor = Visitor.english(chromium, platform).open("/console/partners").logIn(user);
    visitor.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    return visitor;
  }

  private static void openNewPartner(Visitor visitor) {
    visitor.button("New partner").click();
    fill(visitor, "Name", "示例医院");
    fill(visitor, "Code", "p-" + UUID.randomUUID());
    fill(visitor, "Provider codes", "*");
    submit(visitor, "Create");
    assertThat(visitor.heading("示例医院")).isVisible();
  }

  private static String issue(Visitor visitor, String scope) {
    visitor.button("New key").click();
    fill(visitor, "Name of the key", "evening");
    fill(visitor, "Scopes", scope);
    submit(visitor, "Create");
    return secret(visitor);
  }

  /** Reads the text that is shown once, by the copy button. */
  private static String secret(Visitor visitor) {
    var shown = visitor.page().locator("#secret");
    assertThat(shown).hasValue(Pattern.compile("ghk_.*"));
    submit(visitor, "Copy");
    assertThat(visitor.page().locator("dialog").getByRole(AriaRole.STATUS)).hasText("Copied.");
    var copied = (String) visitor.page().evaluate("navigator.clipboard.readText()");
    assertThat(copied).isEqualTo(shown.inputValue());
    visitor.page().keyboard().press("Escape");
    assertThat(visitor.page().locator("dialog")).hasCount(0);
    assertThat(visitor.page().content()).doesNotContain(copied);
    return copied;
  }

  private static void fill(Visitor visitor, String label, String value) {
    visitor
        .page()
        .locator("dialog label", withText(label))
        .first()
        .locator("input, textarea")
        .fill(value);
  }

  private static void submit(Visitor visitor, String words) {
    visitor.page().locator("dialog footer").getByText(words).click();
  }

  private static void act(Visitor visitor, int row, String words) {
    row(visitor, row).getByText(words).click();
  }

  private static Locator state(Visitor visitor, int row) {
    return row(visitor, row).locator(".badge");
  }

  private static Locator row(Visitor visitor, int row) {
    return visitor.page().locator("section").first().locator("tbody tr").nth(row);
  }

  private static void usageIsShown(Visitor visitor) {
    var table = visitor.page().locator("#usage table");
    var until = System.nanoTime() + PATIENCE.toNanos();
    do {
      visitor.page().reload();
      assertThat(visitor.page().locator("#usage > *").first()).isVisible();
      Gateway.pause(Duration.ofMillis(500));
    } while (table.count() == 0 && System.nanoTime() < until);
    assertThat(visitor.page().locator("#usage canvas")).isVisible();
    assertThat(table).containsText("evening");
  }

  private void awaitAnswer(String key, int status) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (answer(key) != status && System.nanoTime() < until) {
      Gateway.pause(Duration.ofMillis(250));
    }
    assertThat(answer(key)).isEqualTo(status);
  }

  private int answer(String key) {
    var place = platform.gateway().place().gateway().resolve(Stage.API + "/plan-years");
    var request = HttpRequest.newBuilder(place).header("X-API-Key", key).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException cause) {
      throw new IllegalStateException(cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }

  private static com.microsoft.playwright.Page.LocatorOptions withText(String text) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
  }
}
