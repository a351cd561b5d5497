package org.gonghui.aid.jobaid;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;

import org.gonghui.kit.problem.ProblemType;

/** The refusals of job aid. */
final class JobAidProblems {
  static final ProblemType SERVICE_EXISTS =
      conflict("SERVICE_EXISTS", "This service is recorded already", "该就业服务已登记");
  static final ProblemType NOT_HELD_YET =
      brokenRule("NOT_HELD_YET", "That day has not come yet", "日期尚未到来");
  static final ProblemType FAIR_UNKNOWN =
      brokenRule("FAIR_UNKNOWN", "There is no such fair on that day in your area", "该日期没有此招聘会");

  private JobAidProblems() {}
}
