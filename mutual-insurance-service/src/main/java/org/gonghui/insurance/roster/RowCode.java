package org.gonghui.insurance.roster;

import static org.gonghui.insurance.roster.RosterColumn.ACCOUNT;
import static org.gonghui.insurance.roster.RosterColumn.CONSENT;
import static org.gonghui.insurance.roster.RosterColumn.HIRE_DATE;
import static org.gonghui.insurance.roster.RosterColumn.ID_NUMBER;
import static org.gonghui.insurance.roster.RosterColumn.NAME;
import static org.gonghui.insurance.roster.RosterColumn.PHONE;

/** What can be wrong with a row; warnings alone do not reject it. */
public enum RowCode {
  NAME_MISSING(NAME, "缺少姓名", "请填写姓名"),
  NAME_INVALID(NAME, "姓名含有无效字符或过短", "只填写汉字、字母和间隔号"),
  ID_MISSING(ID_NUMBER, "缺少身份证号", "请填写 18 位身份证号"),
  ID_LENGTH(ID_NUMBER, "身份证号不是 18 位", "请核对位数"),
  ID_15_DIGITS(ID_NUMBER, "15 位旧身份证号", "请填写 18 位身份证号"),
  ID_AS_NUMBER(ID_NUMBER, "身份证号被存为数字,末位已丢失", "将该列设为文本后重新录入"),
  ID_CHECKSUM(ID_NUMBER, "身份证号校验码不符", "请核对身份证原件"),
  ID_BIRTH_DATE(ID_NUMBER, "身份证号中的出生日期无效", "请核对身份证原件"),
  DATE_INVALID(HIRE_DATE, "日期无法识别", "使用 2017-01-31、2017/1/31 或 20170131"),
  PHONE_INVALID(PHONE, "手机号无效", "请填写 11 位手机号或带区号的座机"),
  ACCOUNT_INVALID(ACCOUNT, "银行卡号无效或缺少开户行", "将该列设为文本,并填写开户行"),
  CONSENT_INVALID(CONSENT, "免申授权只能填写是或否", "请填写是或否"),
  FORMULA_CELL(ID_NUMBER, "单元格是公式", "粘贴为数值后重新上传"),
  TOO_YOUNG(ID_NUMBER, "保障首日未满最低年龄", "该人员不能参保"),
  TOO_OLD(ID_NUMBER, "保障首日已超过最高年龄", "该人员不能参保"),
  DECEASED(ID_NUMBER, "系统登记为已身故", "请与工会核实"),
  DUPLICATE_IN_FILE(ID_NUMBER, "文件内身份证号重复", "只保留一行"),
  ENROLLED_ELSEWHERE(ID_NUMBER, "该年度已由其他单位参保", "如已调入本单位,可申请转移"),
  LATE_NOT_NEW_HIRE(HIRE_DATE, "参保期已过,且不是新入职人员", "填写入职日期,或下一年度参保"),
  NAME_DIFFERS(NAME, "姓名与系统登记不同", "请核对身份证原件"),
  UNION_PAID(ID_NUMBER, "费用由工会承担", "无需处理");

  private final RosterColumn column;
  private final String message;
  private final String hint;

  RowCode(RosterColumn column, String message, String hint) {
    this.column = column;
    this.message = message;
    this.hint = hint;
  }

  public boolean isWarning() {
    return switch (this) {
      case NAME_DIFFERS, UNION_PAID -> true;
      case NAME_MISSING,
          NAME_INVALID,
          ID_MISSING,
          ID_LENGTH,
          ID_15_DIGITS,
          ID_AS_NUMBER,
          ID_CHECKSUM,
          ID_BIRTH_DATE,
          DATE_INVALID,
          PHONE_INVALID,
          ACCOUNT_INVALID,
          CONSENT_INVALID,
          FORMULA_CELL,
          TOO_YOUNG,
          TOO_OLD,
          DECEASED,
          DUPLICATE_IN_FILE,
          ENROLLED_ELSEWHERE,
          LATE_NOT_NEW_HIRE ->
          false;
    };
  }

  public RosterColumn column() {
    return column;
  }

  public String message() {
    return message;
  }

  public String hint() {
    return hint;
  }
}
