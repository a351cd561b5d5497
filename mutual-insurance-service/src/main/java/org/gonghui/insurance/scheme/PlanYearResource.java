package org.gonghui.insurance.scheme;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.identity.Role.OFFICER;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Plan years, from draft to closure. */
@Path("/plan-years")
@Tag(name = "Plans")
@Transactional
@Idempotent
public class PlanYearResource {
  private final PlanYears years;
  private final YearOffice office;
  private final Caller caller;

  PlanYearResource(PlanYears years, YearOffice office, Caller caller) {
    this.years = years;
    this.office = office;
    this.caller = caller;
  }

  @GET
  @Authenticated
  @Operation(operationId = "listPlanYears", summary = "List all plan years with fee and windows")
  public List<PlanYearView> list() {
    return years.list().stream().map(PlanYearView::of).toList();
  }

  @GET
  @Path("{id}")
  @Authenticated
  @Operation(operationId = "getPlanYear", summary = "Read one plan year")
  public RestResponse<PlanYearView> get(@RestPath UUID id) {
    return answer(RestResponse.Status.OK, years.require(id));
  }

  @POST
  @RolesAllowed(OFFICER)
  @Answers(201)
  @Operation(
      operationId = "createPlanYear",
      summary = "Draft a plan year; what is left out takes the federation's defaults")
  public RestResponse<PlanYearView> create(@Valid @NotNull YearDraft draft) {
    return answer(RestResponse.Status.CREATED, office.draft(draft, caller));
  }

  @PATCH
  @Path("{id}")
  @RolesAllowed(OFFICER)
  @Operation(operationId = "changePlanYear", summary = "Change a draft")
  public RestResponse<PlanYearView> change(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull YearChange change) {
    return answer(RestResponse.Status.OK, office.change(current(id, ifMatch), change, caller));
  }

  @POST
  @Path("{id}/announcement")
  @RolesAllowed(APPROVER)
  @Operation(
      operationId = "announcePlanYear",
      summary = "Announce a year that another person drafted; its fee and windows are then fixed")
  public RestResponse<PlanYearView> announce(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(RestResponse.Status.OK, office.announce(current(id, ifMatch), caller));
  }

  @POST
  @Path("{id}/closure")
  @RolesAllowed({FINANCE, APPROVER})
  @Operation(
      operationId = "closePlanYear",
      summary = "Propose the closure (finance) or approve it (approver); nothing may be open")
  public RestResponse<PlanYearView> close(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(RestResponse.Status.OK, office.close(current(id, ifMatch), caller));
  }

  private PlanYear current(UUID id, @Nullable String ifMatch) {
    var year = years.require(id);
    EntityTag.requireMatch(ifMatch, year.version());
    return year;
  }

  private static RestResponse<PlanYearView> answer(RestResponse.Status status, PlanYear year) {
    return ResponseBuilder.create(status, PlanYearView.of(year))
        .header("ETag", EntityTag.of(year.version()))
        .build();
  }
}
