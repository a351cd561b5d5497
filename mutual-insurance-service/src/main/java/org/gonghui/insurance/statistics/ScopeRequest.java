package org.gonghui.insurance.statistics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gonghui.insurance.statistics.Scope.Basis;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which year, area and moment are asked for. */
public class ScopeRequest {
  @RestQuery
  @NotNull
  @Min(2000)
  @Max(2100)
  @Parameter(example = "2017")
  @Nullable Integer year;

  @RestQuery
  @Pattern(regexp = "\\d{4,12}")
  @Parameter(example = "3306", description = "The own area when absent")
  @Nullable String area;

  @RestQuery
  @Parameter(description = "What was known at that instant; now when absent")
  @Nullable Instant asOf;

  @RestQuery
  @Parameter(description = "By plan year when absent")
  @Nullable Basis basis;

  @RestQuery
  @Parameter(
      example = "2020-01-01",
      description = "Count merged towns under the codes of that day; as written when absent")
  @Nullable LocalDate codesOn;

  Scope scope(Caller caller, Areas areas) {
    var wanted = Objects.requireNonNullElse(area, caller.area());
    caller.requireSees(wanted);
    return new Scope(
        Objects.requireNonNull(year),
        codesOn == null ? Territory.asWritten(wanted) : Territory.on(codesOn, wanted, areas),
        asOf,
        Objects.requireNonNullElse(basis, Basis.PLAN_YEAR));
  }
}
