package org.gonghui.insurance.payout;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;

import org.gonghui.kit.problem.ProblemType;

/** What payouts refuse. */
public final class PayoutProblems {
  public static final ProblemType PAYOUT_UNDER_WAY =
      conflict("PAYOUT_UNDER_WAY", "The money is on its way", "款项正在发放中");
  public static final ProblemType NO_USABLE_ACCOUNT =
      brokenRule("NO_USABLE_ACCOUNT", "There is no confirmed account to pay to", "没有可用的收款账户");
  public static final ProblemType RESOLUTION_OPEN =
      conflict("RESOLUTION_OPEN", "Another finding waits for its check", "已有待复核的处理意见");

  private PayoutProblems() {}
}
