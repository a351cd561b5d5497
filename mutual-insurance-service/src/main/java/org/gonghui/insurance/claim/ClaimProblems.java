package org.gonghui.insurance.claim;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;
import static org.gonghui.kit.problem.ProblemType.forbidden;
import static org.gonghui.kit.problem.ProblemType.invalid;

import org.gonghui.kit.problem.ProblemType;

/** The refusals about claims. */
public final class ClaimProblems {
  public static final ProblemType DUPLICATE_CLAIM =
      conflict("DUPLICATE_CLAIM", "There is a claim for this already", "同一事项已有申请");
  public static final ProblemType DECISION_CHANGED =
      conflict(
          "DECISION_CHANGED", "The amount is no longer the one that was shown", "核算结果已变化,请重新查看");
  public static final ProblemType ALREADY_DECIDED_BY_YOU =
      forbidden("ALREADY_DECIDED_BY_YOU", "You decided on this claim before", "您已处理过该申请");
  public static final ProblemType DOCUMENT_ALREADY_HELD =
      brokenRule("DOCUMENT_ALREADY_HELD", "This document is held already", "该材料已具备,不得重复索取");
  public static final ProblemType INVALID_CLAIM =
      invalid("INVALID_CLAIM", "The claim is not complete or contradicts itself", "申请内容有误");
  public static final ProblemType REASON_MISSING =
      brokenRule("REASON_MISSING", "A reason is needed", "须填写理由");
  public static final ProblemType PURPOSE_MISSING =
      invalid("PURPOSE_MISSING", "Say what you read it for", "须说明查询目的");
  public static final ProblemType EXCEEDS_GRANT =
      brokenRule("EXCEEDS_GRANT", "More than was granted", "超过已核准金额");
  public static final ProblemType PROPOSAL_OPEN =
      conflict("PROPOSAL_OPEN", "There is an open proposal", "已有待审批的提议");
  public static final ProblemType NOTHING_TO_APPROVE =
      brokenRule("NOTHING_TO_APPROVE", "The decision gives nothing to approve", "核算结果为零,不能核准");

  private ClaimProblems() {}
}
