package org.gonghui.insurance.roster;

import java.time.LocalDate;
import java.time.Period;
import org.gonghui.insurance.plan.PlanYear;

/** By which days and ages the rows of a roster are judged. */
public record JoiningDay(
    LocalDate today,
    LocalDate judgedOn,
    LocalDate firstCoverDay,
    boolean late,
    int lateJoinerDays,
    int minimumAge,
    int maximumAge,
    boolean backfill) {

  /** Late is who joins after the window; such people are covered from the day after at best. */
  public static JoiningDay of(PlanYear year, LocalDate today, LocalDate judgedOn) {
    var late = judgedOn.isAfter(year.enrolClose());
    var next = judgedOn.plusDays(1);
    var first = late && next.isAfter(year.cover().from()) ? next : year.cover().from();
    return new JoiningDay(
        today,
        judgedOn,
        first,
        late,
        year.rules().lateJoinerDays(),
        year.rules().minimumAge(),
        year.rules().maximumAge(),
        year.isBackfill());
  }

  /** Completed years on the first day of cover. */
  int ageOf(LocalDate birthDate) {
    return Period.between(birthDate, firstCoverDay).getYears();
  }

  boolean isNewHire(LocalDate hiredOn) {
    return !hiredOn.plusDays(lateJoinerDays).isBefore(judgedOn);
  }
}
