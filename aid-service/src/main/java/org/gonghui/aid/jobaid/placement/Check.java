package org.gonghui.aid.jobaid.placement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** When a placed person is asked whether they still work there. */
public enum Check {
  DAY_30(30),
  DAY_90(90),
  DAY_180(180);

  private final int days;

  Check(int days) {
    this.days = days;
  }

  LocalDate dueOn(LocalDate startOn) {
    return startOn.plusDays(days);
  }

  /** The bit under which an answered check is kept. */
  private int bit() {
    return 1 << ordinal();
  }

  boolean isIn(int done) {
    return (done & bit()) != 0;
  }

  int addedTo(int done) {
    return done | bit();
  }

  static Optional<Check> next(int done) {
    return Arrays.stream(values()).filter(check -> !check.isIn(done)).findFirst();
  }
}
