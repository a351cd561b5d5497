package org.gonghui.acceptance.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.gonghui.acceptance.city.City;
import org.gonghui.acceptance.people.CityScale;
import org.gonghui.acceptance.platform.Gateway;
import org.gonghui.acceptance.platform.Place;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the city year and compares the platform's figures with the published ones. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Plays a city's year of mutual aid through the gateway and checks its figures.")
public final class DemoCommand implements Callable<Integer> {
  private static final int PUBLISHED = 2017;
  private static final List<Act> ACTS =
      List.of(new OpeningYear(), new Enrolling(), new Contributing(), new Year());

  @Option(
      names = "--year",
      defaultValue = "2017",
      description = "The year whose figures are published (default: ${DEFAULT-VALUE}).")
  private int year;

  @Option(
      names = "--scale",
      defaultValue = "0.02",
      description = "How much of the city: above 0, at most 1 (default: ${DEFAULT-VALUE}).")
  private String scale = "0.02";

  @Option(
      names = "--seed",
      defaultValue = "2017",
      description = "Another seed makes another city (default: ${DEFAULT-VALUE}).")
  private long seed;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DemoCommand()).execute(arguments));
  }

  @Override
  public Integer call() {
    if (year != PUBLISHED) {
      System.err.println("Figures are published for 2017 only.");
      return 2;
    }
    var place = Place.ofEnvironment();
    var played = new Played(place.state(), seed, scale);
    if (!played.isFirstOrSame()) {
      System.err.println(
          "This platform already plays another city (%s); ./gonghui reset makes room."
              .formatted(played.before()));
      return 2;
    }
    var start = System.nanoTime();
    var city = City.of(seed, CityScale.of(scale));
    var stage = new Stage(new Gateway(place), city, year, "demo-%d-%d".formatted(year, seed));
    for (var act : ACTS) {
      try (var progress = new Progress(act.title(), act.steps(stage))) {
        act.play(stage, progress);
      }
    }
    return finish(stage, Duration.ofNanos(System.nanoTime() - start));
  }

  private static int finish(Stage stage, Duration time) {
    var reckoning = Figures.of(stage);
    System.out.printf("%nPlayed in %d s.%n%n", time.toSeconds());
    System.out.print(reckoning.table());
    Links.print(stage.gateway().place());
    return reckoning.exitCode();
  }
}
