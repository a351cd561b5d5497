package org.gonghui.insurance.settlement;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;
import static org.gonghui.kit.problem.ProblemType.invalid;

import org.gonghui.kit.problem.ProblemType;

/** The refusals about settlements. */
public final class SettlementProblems {
  public static final ProblemType INVALID_STAY =
      invalid("INVALID_STAY", "The stay is not possible", "住院信息有误");
  public static final ProblemType AMOUNTS_DO_NOT_ADD_UP =
      brokenRule("AMOUNTS_DO_NOT_ADD_UP", "The parts do not add up to the total", "各项金额之和与总额不符");
  public static final ProblemType SETTLEMENT_CONFLICT =
      conflict("SETTLEMENT_CONFLICT", "This number was sent with other content", "同一结算单号的内容不一致");
  public static final ProblemType REPLACES_UNKNOWN =
      brokenRule("REPLACES_UNKNOWN", "There is no settlement to replace", "被替换的结算单不存在");
  public static final ProblemType INVALID_LINE =
      invalid("INVALID_LINE", "The line cannot be read", "该行无法解析");
  public static final ProblemType TOO_MANY_LINES =
      brokenRule("TOO_MANY_LINES", "A batch has at most 10,000 lines", "每批最多一万行");

  private SettlementProblems() {}
}
