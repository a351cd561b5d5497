package org.gonghui.acceptance.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gonghui.acceptance.city.City;
import org.gonghui.acceptance.demo.Act;
import org.gonghui.acceptance.demo.Contributing;
import org.gonghui.acceptance.demo.Enrolling;
import org.gonghui.acceptance.demo.OpeningYear;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.people.CityScale;
import org.gonghui.acceptance.people.Employer;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Gateway;
import org.gonghui.acceptance.platform.Place;

/** A handful of employers whose members are in cover, made once for all tests of a session. */
public final class World {
  public static final int YEAR = 2018;
  private static final Map<Place, World> MADE = new ConcurrentHashMap<>();
  private static final long SEED = 73;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Stage stage;

  private World(Stage stage) {
    this.stage = stage;
  }

  public static World of(RunningPlatform platform) {
    return MADE.computeIfAbsent(platform.gateway().place(), _ -> make(platform));
  }

  private static World make(RunningPlatform platform) {
    var city = City.of(SEED, CityScale.of("0.0005"));
    var stage = new Stage(platform.gateway(), city, YEAR, "journeys-" + SEED);
    for (Act act : List.of(new OpeningYear(), new Enrolling(), new Contributing())) {
      act.play(stage, () -> {});
    }
    return new World(stage);
  }

  public Stage stage() {
    return stage;
  }

  public Employer employer(int index) {
    return stage.city().employers().get(index);
  }

  public String idNumber(Employer employer, int nth) {
    return stage.city().members().get(employer.firstMember() + nth).citizenId();
  }

  public List<JsonNode> claimsIn(String town) {
    return stage.all(Caller.CITY_OFFICER, "/claims?planYear=" + YEAR + "&area=" + town);
  }

  List<JsonNode> leadsIn(String town) {
    var leads =
        stage
            .gateway()
            .require(Call.get(Caller.CITY_OFFICER, "/api/aid/v1/leads?limit=100"))
            .json();
    return leads
        .path("items")
        .valueStream()
        .filter(l -> l.path("area").asText().equals(town))
        .toList();
  }

  /** Waits until so many leads of a town are there, and a little longer for one too many. */
  List<JsonNode> awaitLeads(String town, int count) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (leadsIn(town).size() < count && System.nanoTime() < until) {
      Gateway.pause(Duration.ofMillis(200));
    }
    Gateway.pause(Duration.ofSeconds(2));
    return leadsIn(town);
  }
}
