package org.gonghui.insurance.scheme;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.OFFICER;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.plan.PlanVersion;
import org.gonghui.insurance.plan.PlanVersions;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Versions of benefit terms, from draft to force. */
@Path("/")
@Tag(name = "Plans")
@Transactional
@Idempotent
public class PlanVersionResource {
  private final PlanVersions versions;
  private final TermsOffice office;
  private final Caller caller;
  private final Clock clock;

  PlanVersionResource(PlanVersions versions, TermsOffice office, Caller caller, Clock clock) {
    this.versions = versions;
    this.office = office;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("plan-versions")
  @Authenticated
  @Operation(
      operationId = "listPlanVersions",
      summary = "List versions; with asOf what applied that day, with knownAt as believed then")
  public List<VersionView> list(
      @RestQuery @Nullable LocalDate asOf, @RestQuery @Nullable Instant knownAt) {
    var found =
        asOf == null
            ? versions.list()
            : versions.appliedOn(asOf, knownAt == null ? clock.instant() : knownAt);
    return found.stream().map(VersionView::of).toList();
  }

  @GET
  @Path("plan-versions/{id}")
  @Authenticated
  @Operation(operationId = "getPlanVersion", summary = "Read one version with its terms")
  public RestResponse<VersionView> get(@RestPath UUID id) {
    return VersionView.answer(RestResponse.Status.OK, versions.require(id));
  }

  @PUT
  @Path("plan-versions/{id}")
  @RolesAllowed(OFFICER)
  @Operation(operationId = "changePlanVersion", summary = "Replace the content of a draft")
  public RestResponse<VersionView> change(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull VersionDraft draft) {
    return VersionView.answer(
        RestResponse.Status.OK, office.change(current(id, ifMatch), draft, caller));
  }

  @POST
  @Path("plan-versions/{id}/golden-runs")
  @RolesAllowed({OFFICER, APPROVER})
  @Operation(operationId = "runGoldenCases", summary = "Run the golden cases of a version")
  public List<TermsOffice.GoldenResult> run(@RestPath UUID id) {
    return TermsOffice.runGoldenCases(versions.require(id));
  }

  @POST
  @Path("plan-versions/{id}/submission")
  @RolesAllowed(OFFICER)
  @Operation(
      operationId = "submitPlanVersion",
      summary = "Submit terms; all golden cases must give their amounts")
  public RestResponse<VersionView> submit(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return VersionView.answer(RestResponse.Status.OK, office.submit(current(id, ifMatch), caller));
  }

  @POST
  @Path("plan-versions/{id}/approval")
  @RolesAllowed(APPROVER)
  @Operation(
      operationId = "approvePlanVersion",
      summary = "Approve terms of another person; they take force on their first day")
  public RestResponse<VersionView> approve(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return VersionView.answer(RestResponse.Status.OK, office.approve(current(id, ifMatch), caller));
  }

  @POST
  @Path("plan-versions/{id}/return")
  @RolesAllowed(APPROVER)
  @Operation(operationId = "returnPlanVersion", summary = "Send submitted terms back")
  public RestResponse<VersionView> giveBack(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Reason reason) {
    return VersionView.answer(
        RestResponse.Status.OK, office.giveBack(current(id, ifMatch), reason.reason(), caller));
  }

  private PlanVersion current(UUID id, @Nullable String ifMatch) {
    var version = versions.require(id);
    EntityTag.requireMatch(ifMatch, version.version());
    return version;
  }

  /** Why something goes back. */
  @Schema(name = "PlanVersionReason")
  public record Reason(@NotBlank @Size(max = 500) String reason) {}
}
