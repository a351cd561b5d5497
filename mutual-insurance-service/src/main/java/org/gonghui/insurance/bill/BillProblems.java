package org.gonghui.insurance.bill;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import org.gonghui.kit.problem.ProblemType;

/** The refusals about bills. */
public final class BillProblems {
  public static final ProblemType BILL_ROOM_EXCEEDED =
      brokenRule("BILL_ROOM_EXCEEDED", "The bill has not that much room left", "账单剩余额度不足");

  private BillProblems() {}
}
