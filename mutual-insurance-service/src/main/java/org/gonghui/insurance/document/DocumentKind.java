package org.gonghui.insurance.document;

import java.util.List;
import org.gonghui.insurance.adjudication.BenefitKind;

/** What a paper proves. */
public enum DocumentKind {
  SETTLEMENT_SHEET("医疗费用结算单"),
  INVOICE("医疗费用发票"),
  DISCHARGE_SUMMARY("出院小结"),
  DIAGNOSIS_PROOF("诊断证明及病理或手术记录"),
  DEATH_CERTIFICATE("医学死亡证明"),
  HOUSEHOLD_DEREGISTRATION("户口注销证明"),
  PROOF_OF_RELATION("亲属关系证明"),
  OTHER("其他材料");

  private final String zh;

  DocumentKind(String zh) {
    this.zh = zh;
  }

  public String zh() {
    return zh;
  }

  /** What somebody who files by hand must bring. */
  public static List<DocumentKind> requiredFor(BenefitKind kind) {
    return switch (kind) {
      case HOSPITAL -> List.of(SETTLEMENT_SHEET, INVOICE, DISCHARGE_SUMMARY);
      case CRITICAL_ILLNESS -> List.of(DIAGNOSIS_PROOF);
      case DEATH -> List.of(DEATH_CERTIFICATE, HOUSEHOLD_DEREGISTRATION, PROOF_OF_RELATION);
    };
  }
}
