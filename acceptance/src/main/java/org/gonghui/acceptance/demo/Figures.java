package org.gonghui.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.city.City;
import org.gonghui.acceptance.city.Death;
import org.gonghui.acceptance.city.Illness;
import org.gonghui.acceptance.city.Stay;
import org.gonghui.acceptance.people.Counties;
import org.gonghui.acceptance.people.Employer;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/** Asks the platform's statistics for every published figure. */
final class Figures {
  private static final Fen DEATH = Fen.yuan(3_000);
  private static final Fen CRITICAL = Fen.yuan(5_000);
  private static final Fen FEE = Fen.yuan(60);
  private static final Fen LEAD = Fen.yuan(30_000);
  private final Stage stage;
  private final City city;
  private final Reckoning reckoning = new Reckoning();

  private Figures(Stage stage) {
    this.stage = stage;
    this.city = stage.city();
  }

  static Reckoning of(Stage stage) {
    var figures = new Figures(stage);
    var told = stage.get(Caller.CITY_OFFICER, "/statistics/summary?year=2017&area=3306");
    figures.claims(told);
    figures.money(told);
    figures.largeOnes(told);
    figures.visits(told.path("visits"));
    figures.counties();
    return figures.reckoning;
  }

  private void claims(JsonNode told) {
    var scale = city.scale();
    row("members enrolled in mutual aid", "426500", scale.members(), told.path("enrolled"));
    row("hospital benefits", "12866", scale.stays(), told.at("/hospital/claims"));
    row("  paid", "24933000.00", scale.hospitalTotal(), told.at("/hospital/paid"));
    row("death benefits", "143", scale.deaths(), told.at("/death/claims"));
    row("  paid", "429000.00", DEATH.times(scale.deaths()), told.at("/death/paid"));
    var critical = scale.criticalIllnesses();
    row("critical-illness benefits", "93", critical, told.at("/criticalIllness/claims"));
    row("  paid", "465000.00", CRITICAL.times(critical), told.at("/criticalIllness/paid"));
    row("all benefits", "13102", scale.allClaims(), told.at("/all/claims"));
  }

  private void money(JsonNode told) {
    var opening = Fen.of(told.path("fundOpening").asText("0"));
    var received = FEE.times(city.scale().members());
    row("  paid", "25827000.00", paid(), told.at("/all/paid"));
    row("contributions of all payers", "25590000.00", received, told.path("contributions"));
    var closing = opening.plus(received).minus(paid());
    row("fund at the end, from " + opening, "4763000.00", closing, told.path("fundClosing"));
  }

  private void largeOnes(JsonNode told) {
    row("benefits above 10,000", "148", above(Fen.yuan(10_000)), told.path("above10000"));
    var from20000 = above(Fen.yuan(20_000).minus(new Fen(1)));
    row("benefits from 20,000", "15", from20000, told.path("from20000"));
    var leads = city.stays().stream().filter(stay -> !LEAD.isAbove(restOf(stay))).count();
    row("high out-of-pocket", "3", leads, told.path("highOutOfPocket"));
    reckoning.row("  leads opened in aid", "3", leads, "" + (leadsInAid() - leadsOfOtherYears()));
  }

  private void visits(JsonNode told) {
    row("claims without a visit", "9171", visits(0), told.path("none"));
    row("  with one", "3538", visits(1), told.path("one"));
    row("  with two", "393", visits(2), told.path("two"));
  }

  private void counties() {
    for (var part : stage.get(Caller.CITY_OFFICER, "/statistics/areas?year=2017&area=3306")) {
      var county = part.path("key").asText();
      if (Counties.CODES.contains(county)) {
        var members = city.employers().stream().filter(e -> e.county().equals(county));
        row(
            county + " members",
            "",
            members.mapToLong(Employer::headcount).sum(),
            part.path("enrolled"));
        row(
            "  hospital benefits",
            "",
            in(county, city.stays(), Stay::county),
            part.path("hospitalClaims"));
        row("  deaths", "", in(county, city.deaths(), Death::county), part.path("deathClaims"));
        var ill = in(county, city.illnesses(), Illness::county);
        row("  critical illnesses", "", ill, part.path("criticalIllnessClaims"));
      }
    }
  }

  /** A lead does not say of which year it is; mutual insurance does. */
  private int leadsOfOtherYears() {
    return stage
        .get(Caller.CITY_OFFICER, "/plan-years")
        .valueStream()
        .map(other -> other.path("year").asInt())
        .filter(year -> year != stage.year())
        .map(year -> "/statistics/summary?area=3306&year=" + year)
        .mapToInt(path -> stage.get(Caller.CITY_OFFICER, path).path("highOutOfPocket").asInt())
        .sum();
  }

  private int leadsInAid() {
    var leads = Call.get(Caller.CITY_OFFICER, "/api/aid/v1/leads?limit=100");
    return stage.gateway().require(leads).json().path("items").size();
  }

  private Fen paid() {
    var scale = city.scale();
    return scale
        .hospitalTotal()
        .plus(DEATH.times(scale.deaths()))
        .plus(CRITICAL.times(scale.criticalIllnesses()));
  }

  private long above(Fen amount) {
    return city.stays().stream().filter(stay -> stay.benefit().isAbove(amount)).count();
  }

  private long visits(int count) {
    return Stream.of(
            city.stays().stream().map(Stay::visits),
            city.illnesses().stream().map(Illness::visits),
            city.deaths().stream().map(Death::visits))
        .flatMap(visits -> visits)
        .filter(visits -> visits == count)
        .count();
  }

  private static <T> long in(
      String county, java.util.List<T> things, Function<T, String> countyOf) {
    return things.stream().filter(thing -> countyOf.apply(thing).equals(county)).count();
  }

  private static Fen restOf(Stay stay) {
    return stay.bill().outOfPocket().minus(stay.benefit());
  }

  private void row(String figure, String published, Object expected, JsonNode actual) {
    reckoning.row(figure, published, expected, actual.asText());
  }
}
