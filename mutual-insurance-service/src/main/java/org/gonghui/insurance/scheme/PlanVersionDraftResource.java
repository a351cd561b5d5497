package org.gonghui.insurance.scheme;

import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the terms of a year begin. */
@Path("/plan-years/{id}/versions")
@Tag(name = "Plans")
@Transactional
@Idempotent
public class PlanVersionDraftResource {
  private final PlanYears years;
  private final TermsOffice office;
  private final Caller caller;

  PlanVersionDraftResource(PlanYears years, TermsOffice office, Caller caller) {
    this.years = years;
    this.office = office;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(OFFICER)
  @Answers(201)
  @Operation(
      operationId = "createPlanVersion",
      summary = "Draft terms; without terms the federation's defaults")
  public RestResponse<VersionView> create(@RestPath UUID id, @Valid @NotNull VersionDraft draft) {
    var made = office.draft(years.require(id), draft, caller);
    return VersionView.answer(RestResponse.Status.CREATED, made);
  }
}
