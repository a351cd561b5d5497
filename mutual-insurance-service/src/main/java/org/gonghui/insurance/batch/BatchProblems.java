package org.gonghui.insurance.batch;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;

import org.gonghui.kit.problem.ProblemType;

/** The refusals about rosters. */
public final class BatchProblems {
  public static final ProblemType BATCH_ACTIVE =
      conflict("BATCH_ACTIVE", "Another roster of this year is under way", "本年度已有处理中的名册");
  public static final ProblemType WARNING_NOT_CONFIRMED =
      brokenRule("WARNING_NOT_CONFIRMED", "A warning was not confirmed", "有提示尚未确认");
  public static final ProblemType LEAVER_REASON_MISSING =
      brokenRule("LEAVER_REASON_MISSING", "Say why these people left", "请填写离册人员的原因");
  public static final ProblemType NOT_A_LEAVER =
      brokenRule("NOT_A_LEAVER", "Not all of these people left", "所列人员并非均已离册");
  public static final ProblemType ROWS_REJECTED =
      brokenRule("ROWS_REJECTED", "All or nothing: some rows are rejected", "整批办理:存在不合格行");
  public static final ProblemType CHANGED_MEANWHILE =
      conflict("CHANGED_MEANWHILE", "Somebody was enrolled meanwhile", "期间有人员已参保,请重试");
  public static final ProblemType ROW_NO_TWICE =
      brokenRule("ROW_NO_TWICE", "A row is corrected twice", "同一行号重复出现");
  public static final ProblemType NOTHING_TO_APPLY =
      brokenRule("NOTHING_TO_APPLY", "No row can be applied", "没有可办理的行");

  private BatchProblems() {}
}
