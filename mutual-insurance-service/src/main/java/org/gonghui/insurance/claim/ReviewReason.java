package org.gonghui.insurance.claim;

/** Why a person looks at a claim before it is paid. */
public enum ReviewReason {
  MANUAL_SOURCE("资料由人工录入"),
  NOT_PAYABLE("核算结果为不予补助"),
  ABOVE_AUTOMATIC("超过自动核准金额"),
  CRITICAL_ILLNESS("重大疾病补助须人工审核"),
  DEATH("身故补助须人工审核"),
  LONG_STAY("住院时间超过60天"),
  OVERLAPPING_STAY("与其他住院时间重叠"),
  SOFT_DUPLICATE("疑似重复申请"),
  SELF_PAID_SHARE("自付比例偏高"),
  PROVIDER_NOT_LISTED("非定点医疗机构"),
  FILED_LATE("超过申请期限"),
  SOURCE_CHANGED("数据来源修改了结算信息"),
  YOUNG_ACCOUNT("收款账户近期变更");

  private final String zh;

  ReviewReason(String zh) {
    this.zh = zh;
  }

  /** Whether the claimant hears of it; a repeated invoice may be somebody else's business. */
  public boolean isTold() {
    return this != SOFT_DUPLICATE;
  }

  public String zh() {
    return zh;
  }
}
