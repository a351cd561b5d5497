package org.gonghui.insurance.contribution;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;

import org.gonghui.kit.problem.ProblemType;

/** The refusals about dues, receipts and subsidies. */
public final class ContributionProblems {
  public static final ProblemType UNION_SUBSIDY_EXHAUSTED =
      brokenRule("UNION_SUBSIDY_EXHAUSTED", "The union's subsidy does not reach", "工会补助额度不足");
  public static final ProblemType BELOW_RESERVED =
      conflict("BELOW_RESERVED", "More is reserved or spent already", "低于已占用额度");
  public static final ProblemType OVER_ALLOCATED =
      brokenRule("OVER_ALLOCATED", "That is more than there is", "分配金额超出可用金额");
  public static final ProblemType DUE_NOT_OPEN =
      brokenRule("DUE_NOT_OPEN", "The due takes no money", "缴费单不可再收款");

  private ContributionProblems() {}
}
