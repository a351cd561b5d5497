package org.gonghui.insurance.adjudication;

/** Why a check failed or nothing is left to pay, in the words of the handbook. */
public enum Reason {
  NOT_COVERED("事件发生日不在保障期内", "The day is outside the cover period"),
  WAITING("仍在等待期内", "The waiting period was not over"),
  AFTER_DEATH("入院日期晚于身故日期", "The day lies after the day of death"),
  FILED_LATE("超过申请期限", "The claim window had closed"),
  EXCLUDED("属于除外责任", "This cause is excluded"),
  PROVIDER_NOT_LISTED("就诊机构不在定点名单内", "The hospital is not on the list"),
  BELOW_DEDUCTIBLE("未超过起付线", "Nothing above the deductible"),
  PAID_BY_OTHERS("费用已由其他渠道支付", "Others have paid the bill"),
  LIMIT_EXHAUSTED("年度封顶线已用完", "The yearly limit is used up"),
  ILLNESS_NOT_LISTED("病种不在清单内", "The illness is not on the list"),
  PROOF_LEVEL("诊断医院级别不足", "The proof must come from a hospital of a higher level"),
  NOT_FIRST_DIAGNOSIS("非首次确诊", "It was not the first diagnosis"),
  ALREADY_PAID("同一事项已补助", "This was paid before");

  private final String zh;
  private final String en;

  Reason(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** Whether it stops the payment; an unlisted hospital only asks for a person's look. */
  boolean stopsPayment() {
    return this != PROVIDER_NOT_LISTED;
  }
}
