package org.gonghui.insurance.payment;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;

import org.gonghui.kit.problem.ProblemType;

/** What payment batches refuse. */
public final class PaymentProblems {
  public static final ProblemType NOTHING_READY =
      brokenRule("NOTHING_READY", "No payout is ready", "没有待发放的款项");
  public static final ProblemType STALE_BATCH =
      conflict("STALE_BATCH", "This is not the batch that you saw", "批次与所核对的不一致");
  public static final ProblemType NOT_DISPATCHED =
      conflict("NOT_DISPATCHED", "There is a file once the batch is dispatched", "批次尚未发送");

  private PaymentProblems() {}
}
