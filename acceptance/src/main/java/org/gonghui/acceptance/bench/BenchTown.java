package org.gonghui.acceptance.bench;

import java.util.List;
import org.gonghui.acceptance.city.City;
import org.gonghui.acceptance.demo.Act;
import org.gonghui.acceptance.demo.Contributing;
import org.gonghui.acceptance.demo.Enrolling;
import org.gonghui.acceptance.demo.OpeningYear;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.people.CityScale;

/** A small city in a year of its own, whose members are in cover, for benchmarks that need some. */
public final class BenchTown {
  public static final int YEAR = 2019;
  private static final long SEED = 99;
  private final Stage stage;

  public BenchTown(Workbench bench) {
    stage = new Stage(bench.gateway(), City.of(SEED, CityScale.of("0.01")), YEAR, "bench");
  }

  public Stage stage() {
    return stage;
  }

  public void settle() {
    for (Act act : List.of(new OpeningYear(), new Enrolling(), new Contributing())) {
      act.play(stage, () -> {});
    }
  }

  public int members() {
    return stage.city().scale().members();
  }

  public String idNumber(int number) {
    return stage.city().members().get(number % members()).citizenId();
  }
}
