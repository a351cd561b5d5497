package org.gonghui.aid.jobaid.vacancy;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;

import org.gonghui.kit.problem.ProblemType;

/** The refusals of vacancies. */
final class VacancyProblems {
  static final ProblemType BELOW_MINIMUM_WAGE =
      brokenRule("BELOW_MINIMUM_WAGE", "The pay is below the minimum wage", "工资低于最低工资标准");
  static final ProblemType FEE_NOT_ALLOWED =
      brokenRule("FEE_NOT_ALLOWED", "Nobody pays for being offered work", "不得向求职者收费");
  static final ProblemType NO_PLACE_LEFT =
      conflict("NO_PLACE_LEFT", "All places are taken", "岗位名额已满");

  private VacancyProblems() {}
}
