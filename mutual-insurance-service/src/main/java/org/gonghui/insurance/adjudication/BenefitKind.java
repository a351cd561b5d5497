package org.gonghui.insurance.adjudication;

/** What mutual aid pays for. */
public enum BenefitKind {
  HOSPITAL("住院补助", "hospital stay"),
  CRITICAL_ILLNESS("重大疾病补助", "critical illness"),
  DEATH("身故补助", "death");

  private final String zh;
  private final String en;

  BenefitKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
