package org.gonghui.insurance.scheme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.plan.GoldenCase;
import org.jspecify.annotations.Nullable;

/** Terms and the days for which they are meant; without days the whole cover of the year. */
public record VersionDraft(
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable Terms terms,
    @Nullable @Size(max = 100) List<@Valid GoldenCase> goldenCases) {}
