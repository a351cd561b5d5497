package org.gonghui.aid.lead;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.forbidden;

import org.gonghui.kit.problem.ProblemType;

/** The refusals of leads. */
final class LeadProblems {
  static final ProblemType NOT_YOUR_LEAD =
      forbidden("NOT_YOUR_LEAD", "Somebody else has taken this lead", "该线索已由他人认领");
  static final ProblemType TOO_FEW_ATTEMPTS =
      brokenRule(
          "TOO_FEW_ATTEMPTS",
          "Unreachable only after three attempts on three days",
          "须在三个不同日期尝试联系后方可登记为无法联系");
  static final ProblemType NOT_AN_OUTCOME =
      brokenRule("NOT_AN_OUTCOME", "A lead does not end like this", "不是有效的办结结果");

  private LeadProblems() {}
}
