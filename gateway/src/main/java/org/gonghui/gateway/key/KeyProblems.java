package org.gonghui.gateway.key;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import org.gonghui.kit.problem.ProblemType;

/** What is refused about keys. */
public final class KeyProblems {
  public static final ProblemType MONEY_KEY_FIXED =
      brokenRule(
          "MONEY_KEY_FIXED",
          "The terms of a key that moves money are fixed; rotate it",
          "涉及资金的密钥不得修改,请轮换");
  public static final ProblemType KEY_NOT_IN_FORCE =
      brokenRule("KEY_NOT_IN_FORCE", "The key is not in force now", "密钥当前未生效");
  public static final ProblemType EXPIRY_TOO_FAR =
      brokenRule("EXPIRY_TOO_FAR", "A key lives at most one year", "密钥有效期不得超过一年");

  private KeyProblems() {}
}
