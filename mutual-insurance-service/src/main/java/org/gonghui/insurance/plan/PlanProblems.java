package org.gonghui.insurance.plan;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;
import static org.gonghui.kit.problem.ProblemType.invalid;

import org.gonghui.kit.problem.ProblemType;

/** The refusals about plans, years and terms. */
public final class PlanProblems {
  public static final ProblemType PERIODS_OVERLAP =
      brokenRule("PERIODS_OVERLAP", "The period overlaps another one", "期间与已有期间重叠");
  public static final ProblemType YEAR_EXISTS =
      conflict("PLAN_YEAR_EXISTS", "There is such a plan year", "该保障年度已存在");
  public static final ProblemType WINDOW_CLOSED =
      brokenRule("WINDOW_CLOSED", "The window is not open", "不在办理时间内");
  public static final ProblemType OPEN_ITEMS =
      brokenRule("OPEN_ITEMS", "Something is still open", "尚有未结事项");
  public static final ProblemType SPLIT_MISSING =
      brokenRule("SPLIT_MISSING", "The plan year lacks this split", "该年度未设置此分担方式");
  public static final ProblemType DECLARED_AT_REFUSED =
      invalid("DECLARED_AT_REFUSED", "Only a backfilled year takes declaredAt", "仅补录年度可填写申报时间");
  public static final ProblemType GOLDEN_CASE_FAILED =
      brokenRule("GOLDEN_CASE_FAILED", "A golden case gives another result", "基准案例核算结果不一致");
  public static final ProblemType VERSION_IN_USE =
      conflict("VERSION_IN_USE", "Terms in use cannot be edited", "条款版本已启用,不可修改");
  public static final ProblemType WINDOWS_DISORDERED =
      invalid("WINDOWS_DISORDERED", "The windows are out of order", "时间窗口顺序有误");

  private PlanProblems() {}
}
