package org.gonghui.insurance.plan;

/** Who may join a plan year and until when: the year's own policy, never a constant of the code. */
public record YearRules(
    int minimumAge,
    int maximumAge,
    int participationPercent,
    int wholePayrollBelow,
    int headcountDropPercent,
    int lateJoinerDays,
    int lapseAfterDays,
    int renewalGapDays,
    boolean approveWithoutWarnings) {

  /** Ages and participation as in other cities; the rest our own defaults. */
  public static YearRules defaults() {
    return new YearRules(16, 60, 80, 100, 20, 30, 90, 31, true);
  }

  /** The heads that a payroll should at least bring. */
  public int headsWanted(int payroll) {
    return payroll < wholePayrollBelow
        ? payroll
        : Math.ceilDiv(payroll * participationPercent, 100);
  }
}
