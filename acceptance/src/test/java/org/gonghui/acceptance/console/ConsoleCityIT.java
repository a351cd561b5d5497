package org.gonghui.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.journey.World;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The year in figures, from the city down to the row. */
@ExtendWith({RunningPlatform.Provided.class, Chromium.Provided.class})
class ConsoleCityIT {
  private static final String CITY = "/console?year=" + World.YEAR + "&area=3306";
  private final RunningPlatform platform;
  private final Chromium chromium;
  private final World world;

  ConsoleCityIT(RunningPlatform platform, Chromium chromium) {
    this.platform = platform;
    this.chromium = chromium;
    this.world = World.of(platform);
  }

  @Test
  void figures_are_the_statistics_and_lead_down_to_the_rows_that_add_up_to_them() {
    var town = world.employer(0).town();
    var county = town.substring(0, 6);
    try (var visitor = visitor(CITY).logIn("officer.city")) {
      assertThat(tile(visitor, "Members enrolled")).hasText(enrolled("3306"));
      assertThat(visitor.page().locator("#chart-month canvas")).isVisible();
      assertThat(visitor.page().locator("#chart-area canvas")).isVisible();

      down(visitor, county);
      assertThat(tile(visitor, "Members enrolled")).hasText(enrolled(county));
      down(visitor, town);
      assertThat(tile(visitor, "Members enrolled")).hasText(enrolled(town));

      visitor.page().getByRole(AriaRole.LINK, linkNamed("Rows behind “Members enrolled”")).click();
      visitor.isAt("/console/city/rows");
      assertThat(visitor.page().getByRole(AriaRole.STATUS))
          .containsText("count " + enrolled(town) + ",");
    }
  }

  @Test
  void what_was_known_at_an_earlier_instant_is_shown_as_it_was() {
    try (var visitor = visitor(CITY + "&asOf=2001-01-01T00:00:00Z").logIn("officer.city")) {
      assertThat(visitor.page().locator(".empty")).containsText("No figures of");
      assertThat(visitor.page().locator("input[name=asOf]"))
          .hasValue(Pattern.compile("200[01]-\\d\\d-\\d\\dT.*"));
    }
  }

  @Test
  void operations_see_the_figures_without_the_rows() {
    try (var visitor = visitor(CITY).logIn("ops.city")) {
      assertThat(tile(visitor, "Members enrolled")).hasText(enrolled("3306"));
      assertThat(visitor.page().locator(".tiles a")).hasCount(0);
    }
  }

  private Visitor visitor(String path) {
    return Visitor.english(chromium, platform).open(path);
  }

  private static Locator tile(Visitor visitor, String label) {
    var withLabel = new com.microsoft.playwright.Page.LocatorOptions().setHasText(label);
    return visitor.page().locator(".tiles li", withLabel).locator("strong");
  }

  private static com.microsoft.playwright.Page.GetByRoleOptions linkNamed(String name) {
    return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
  }

  private static void down(Visitor visitor, String area) {
    visitor
        .page()
        .locator(
            "figure.area a[href*='area=%s&'], figure.area a[href$='area=%s']".formatted(area, area))
        .click();
    assertThat(visitor.page()).hasURL(Pattern.compile(".*area=" + area + "(&.*)?"));
  }

  private String enrolled(String area) {
    return "%,d".formatted(summary(area).path("enrolled").asLong());
  }

  private JsonNode summary(String area) {
    var path = Stage.API + "/statistics/summary?year=%d&area=%s".formatted(World.YEAR, area);
    return platform.gateway().require(Call.get(Caller.CITY_OFFICER, path)).json();
  }
}
