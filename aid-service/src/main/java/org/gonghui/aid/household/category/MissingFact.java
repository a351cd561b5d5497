package org.gonghui.aid.household.category;

/** A fact that nobody has stated: where it belongs, and the paper that proves it. */
public record MissingFact(String pointer, Fact fact) {

  /** What has to be known, with the usual proof (证明材料). */
  public enum Fact {
    INCOME("工资流水或单位收入证明", "pay slips, or the employer's statement of income"),
    ABLE_TO_WORK("劳动能力鉴定或残疾证", "assessment of the ability to work, or disability card"),
    REASON_FOR_NO_WORK("失业登记证或医疗证明", "registration as unemployed, or medical certificate"),
    EXPENDITURE("医疗、教育、住房等支出票据", "receipts for illness, schooling, housing"),
    SUBSISTENCE_ALLOWANCE("低保证", "certificate of the subsistence allowance"),
    LOSS("损失证明（应急、公安、社区出具）", "statement of the loss by the authority or community"),
    ASSETS("银行存款及理财证明", "statement of savings and investments"),
    EXCLUSIONS("家庭经济状况核对授权书", "signed authorisation for the check of the family's means");

    private final String paperZh;
    private final String paper;

    Fact(String paperZh, String paper) {
      this.paperZh = paperZh;
      this.paper = paper;
    }

    public String paperZh() {
      return paperZh;
    }

    public String paper() {
      return paper;
    }
  }
}
