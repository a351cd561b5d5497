package org.gonghui.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.city.Stay;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/** Asks the platform's statistics for every published figure. */
final class Figures {
  private static final Fen DEATH = Fen.yuan(3_000);
  private static final Fen CRITICAL = Fen.yuan(5_000);
  private static final Fen FEE = Fen.yuan(60);
  private final Stage stage;
  private final Reckoning reckoning = new Reckoning();

  private Figures(Stage stage) {
    this.stage = stage;
  }

  static Reckoning of(Stage stage) {
    var figures = new Figures(stage);
    figures.summary();
    return figures.reckoning;
  }

  private void summary() {
    var scale = stage.city().scale();
    var told = stage.get(Caller.CITY_OFFICER, "/statistics/summary?year=2017&area=3306");
    row("members enrolled in mutual aid", "426500", scale.members(), told.path("enrolled"));
    row("hospital benefits: claims", "12866", scale.stays(), told.at("/hospital/claims"));
    row("hospital benefits: paid", "24933000.00", scale.hospitalTotal(), told.at("/hospital/paid"));
    row("death benefits: claims", "143", scale.deaths(), told.at("/death/claims"));
    row("death benefits: paid", "429000.00", DEATH.times(scale.deaths()), told.at("/death/paid"));
    var critical = scale.criticalIllnesses();
    row("critical illness: claims", "93", critical, told.at("/criticalIllness/claims"));
    row(
        "critical illness: paid",
        "465000.00",
        CRITICAL.times(critical),
        told.at("/criticalIllness/paid"));
    row(
        "contributions of all payers",
        "25590000.00",
        FEE.times(scale.members()),
        told.path("contributions"));
    leads();
  }

  private void leads() {
    var rest = Fen.yuan(30_000);
    var expected =
        stage.city().stays().stream().filter(stay -> !rest.isAbove(restOf(stay))).count();
    var found =
        stage
            .gateway()
            .require(Call.get(Caller.CITY_OFFICER, "/api/aid/v1/leads?limit=100"))
            .json()
            .path("items")
            .size();
    reckoning.row("high out-of-pocket leads in aid", "3", expected, "" + found);
  }

  private static Fen restOf(Stay stay) {
    return stay.bill().outOfPocket().minus(stay.benefit());
  }

  private void row(String figure, String published, Object expected, JsonNode actual) {
    reckoning.row(figure, published, expected, actual.asText());
  }
}
