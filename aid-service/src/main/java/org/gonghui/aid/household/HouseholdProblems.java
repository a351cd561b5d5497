package org.gonghui.aid.household;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import org.gonghui.kit.problem.ProblemType;

/** The refusals of families' affairs. */
final class HouseholdProblems {
  static final ProblemType NO_STANDARD =
      brokenRule("NO_STANDARD", "No subsistence standard holds there on that day", "该地区该日期没有低保标准");

  private HouseholdProblems() {}
}
