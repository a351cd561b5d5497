package org.gonghui.insurance.plan;

import java.util.Map;

/** Fired before a year is closed: whoever still has something open in it says how many. */
public record PlanYearClosing(PlanYear year, Map<String, Long> open) {
  public void report(String what, long howMany) {
    if (howMany > 0) {
      open.merge(what, howMany, Long::sum);
    }
  }
}
