package org.gonghui.aid.jobaid.placement;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;

import org.gonghui.kit.problem.ProblemType;

/** The refusals of placements. */
final class PlacementProblems {
  static final ProblemType PLACEMENT_RUNNING =
      conflict(
          "PLACEMENT_RUNNING",
          "This person is on the way to that employer already",
          "该人员在此单位已有在办推荐");
  static final ProblemType CHECK_NOT_DUE =
      brokenRule("CHECK_NOT_DUE", "This question is not due yet", "尚未到回访时间");
  static final ProblemType CHECK_DONE =
      conflict("CHECK_DONE", "This question is answered already", "该次回访已登记");
  static final ProblemType NOT_THAT_DAY =
      brokenRule("NOT_THAT_DAY", "Not possible on that day", "日期不符合要求");

  private PlacementProblems() {}
}
