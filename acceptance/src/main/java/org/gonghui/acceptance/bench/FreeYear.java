package org.gonghui.acceptance.bench;

import java.util.HashSet;
import java.util.List;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/** A past year that nobody has opened yet, for rosters that no other run has touched. */
final class FreeYear {
  /** Years in which every generated member is of age, hired and not too old. */
  private static final List<Integer> YEARS = List.of(2020, 2018, 2016);

  private FreeYear() {}

  static int in(Workbench bench) {
    var taken = new HashSet<Integer>();
    bench
        .gateway()
        .require(Call.get(Caller.CITY_OFFICER, Stage.API + "/plan-years"))
        .json()
        .forEach(year -> taken.add(year.path("year").asInt()));
    return YEARS.stream()
        .filter(year -> !taken.contains(year))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no past year is left; ./gonghui reset"));
  }
}
