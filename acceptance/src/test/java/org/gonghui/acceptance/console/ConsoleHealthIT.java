package org.gonghui.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.platform.Gateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operations do when something waits or has gone wrong. */
@ExtendWith({RunningPlatform.Provided.class, Chromium.Provided.class})
class ConsoleHealthIT {
  private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(30);
  private final RunningPlatform platform;
  private final Chromium chromium;

  ConsoleHealthIT(RunningPlatform platform, Chromium chromium) {
    this.platform = platform;
    this.chromium = chromium;
  }

  @BeforeEach
  void everything_runs() {
    platform.heal();
  }

  @Test
  void every_service_tells_its_instances_and_what_waits() {
    try (var visitor = ops("/console/health")) {
      for (var service : new String[] {"mutual-insurance", "aid"}) {
        var card = visitor.page().locator("[data-service=%s]".formatted(service));
        assertThat(card).containsText(Pattern.compile("Instances alive\\s*[1-9]"));
        assertThat(card).containsText(Pattern.compile("Events not yet published\\s*\\d"));
      }
      assertThat(visitor.page().locator("[data-service=gateway]")).containsText("Working");
    }
  }

  @Test
  void a_dead_letter_is_inspected_and_replayed_once_its_cause_is_mended() {
    var event = PoisonedEvent.published(platform);
    try (var visitor = ops("/console/health/letters")) {
      openLetter(visitor, event);
      var dialog = visitor.page().locator("dialog");
      assertThat(dialog).containsText("MALFORMED_EVENT");
      assertThat(dialog.locator("pre")).containsText("\"personKey\": \"nobody\"");

      replay(dialog);
      assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("It still cannot be handled");
      assertThat(dialog.getByRole(AriaRole.ALERT).locator("code").last())
          .hasText(Pattern.compile("[0-9a-f]{32}"));

      AidDatabase.of(platform).mend(event.id(), event.mended());
      replay(dialog);
      assertThat(dialog.getByRole(AriaRole.STATUS)).hasText("The event has been handled.");
      visitor.page().keyboard().press("Escape");
      assertThat(inspect(visitor, event)).hasCount(0);
      visitor.page().getByText("Show those that were replayed").click();
      assertThat(inspect(visitor, event)).isVisible();
    }
  }

  @Test
  void a_job_is_watched_and_cancelled() {
    var kind = "console-check-" + UUID.randomUUID();
    AidDatabase.of(platform).queue(kind, 30, 120);
    try (var visitor = ops("/console/health/jobs")) {
      var row = visitor.page().locator("tr", withText(kind));
      assertThat(row).containsText("30 of 120");
      assertThat(row.locator("progress")).hasAttribute("value", "30");

      row.getByRole(AriaRole.BUTTON).click();
      visitor.page().locator("dialog button.danger").click();

      assertThat(row).containsText("Cancelled");
      assertThat(row.getByRole(AriaRole.BUTTON)).hasCount(0);
    }
  }

  @Test
  void who_lacks_the_role_is_told_so_with_the_trace() {
    try (var visitor = Visitor.english(chromium, platform).open("/console/health")) {
      visitor.logIn("officer.city");

      var alert = visitor.page().getByRole(AriaRole.ALERT).first();
      assertThat(alert).containsText("does not have the role");
      assertThat(alert.locator("code")).hasText(Pattern.compile("[0-9a-f]{32}"));
    }
  }

  private Visitor ops(String path) {
    return Visitor.english(chromium, platform).open(path).logIn("ops.city");
  }

  private static Locator inspect(Visitor visitor, PoisonedEvent event) {
    return visitor.button("Inspect the event " + event.id());
  }

  /** The inbox needs a moment to put it aside. */
  private static void openLetter(Visitor visitor, PoisonedEvent event) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (inspect(visitor, event).count() == 0 && System.nanoTime() < until) {
      Gateway.pause(java.time.Duration.ofMillis(500));
      visitor.link("Services").click();
      visitor.link("Dead letters").first().click();
      assertThat(visitor.page().locator(".switch")).isVisible();
    }
    inspect(visitor, event).click();
  }

  private static void replay(Locator dialog) {
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Replay").setExact(true))
        .click();
  }

  private static com.microsoft.playwright.Page.LocatorOptions withText(String text) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
  }
}
