package org.gonghui.insurance.roster;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import org.gonghui.kit.problem.ProblemType;

/** Why a table is no roster. */
public final class RosterProblems {
  public static final ProblemType HEADER_NOT_FOUND =
      brokenRule("HEADER_NOT_FOUND", "The columns are not named", "未找到表头");
  public static final ProblemType NO_ROWS =
      brokenRule("NO_ROWS", "The roster has nobody on it", "名册没有数据行");

  private RosterProblems() {}
}
