package org.gonghui.insurance.bank;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.invalid;

import org.gonghui.kit.problem.ProblemType;

/** Why a file of a bank is refused. */
public final class BankProblems {
  public static final ProblemType BANK_FILE_INVALID =
      invalid("BANK_FILE_INVALID", "The bank file cannot be read", "银行文件无法解析");
  public static final ProblemType XML_NOT_PLAIN =
      invalid("XML_DTD_REFUSED", "XML with a DTD or entities is refused", "拒绝含 DTD 或实体的 XML");
  public static final ProblemType STATEMENT_NOT_BALANCED =
      brokenRule("STATEMENT_NOT_BALANCED", "The statement does not add up", "对账单不平");

  private BankProblems() {}
}
