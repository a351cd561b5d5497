package org.gonghui.insurance.preview;

import java.time.LocalDate;
import java.util.List;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.document.DocumentKind;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** What a person may expect. */
public record EligibilityView(
    boolean covered,
    @Nullable LocalDate coverFrom,
    @Nullable LocalDate coverUntil,
    @Nullable LocalDate hospitalPayableFrom,
    @Nullable LocalDate criticalIllnessPayableFrom,
    @Nullable Money hospitalLimitLeft,
    List<DocumentsFor> documents) {

  /** What to bring when filing by hand. */
  public record DocumentsFor(BenefitKind kind, List<DocumentKind> documents) {}
}
