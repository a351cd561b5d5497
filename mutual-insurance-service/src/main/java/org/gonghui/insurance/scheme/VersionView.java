package org.gonghui.insurance.scheme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.adjudication.TermsRules;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.insurance.plan.GoldenCase;
import org.gonghui.insurance.plan.PlanVersion;
import org.gonghui.insurance.plan.PlanVersionStatus;
import org.gonghui.kit.concurrency.EntityTag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A version as everybody may see it. */
public record VersionView(
    UUID id,
    int version,
    UUID planYearId,
    int no,
    PlanVersionStatus status,
    DateRange valid,
    Terms terms,
    List<String> inWords,
    List<GoldenCase> goldenCases,
    String checksum,
    List<String> warnings,
    Instant recordedAt) {
  static VersionView of(PlanVersion version) {
    return new VersionView(
        version.id(),
        version.version(),
        version.planYearId(),
        version.no(),
        version.status(),
        version.valid(),
        version.terms(),
        PlainWords.of(version.terms()),
        version.goldenCases(),
        version.checksum(),
        TermsRules.warningsOf(version.terms()),
        version.recordedAt());
  }

  static RestResponse<VersionView> answer(RestResponse.Status status, PlanVersion made) {
    return ResponseBuilder.create(status, VersionView.of(made))
        .header("ETag", EntityTag.of(made.version()))
        .build();
  }
}
