package org.gonghui.insurance.enrolment;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;

import org.gonghui.kit.problem.ProblemType;

/** The refusals about enrolments. */
public final class EnrolmentProblems {
  public static final ProblemType COVER_STARTED =
      brokenRule("COVER_STARTED", "The cover has started", "保障已开始");
  public static final ProblemType NO_COVER =
      brokenRule("NO_COVER", "There is no cover to certify", "没有可证明的保障");
  public static final ProblemType NOT_ELSEWHERE =
      brokenRule("NOT_ELSEWHERE", "The row is not enrolled elsewhere", "该行并非由其他单位参保");
  public static final ProblemType DAY_OUTSIDE_COVER =
      brokenRule("DAY_OUTSIDE_COVER", "The day lies outside of the cover", "日期不在保障期间内");
  public static final ProblemType TRANSFER_OPEN =
      conflict("TRANSFER_OPEN", "There is such a transfer", "已有转移申请");
  public static final ProblemType ANNULMENT_OPEN =
      conflict("ANNULMENT_OPEN", "An annulment is proposed already", "已有撤销申请");

  private EnrolmentProblems() {}
}
