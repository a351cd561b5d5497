package org.gonghui.insurance.batch;

import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is decided on a checked roster, by its clerk and by officers. */
@Path("/enrolment-batches/{id}")
@Tag(name = "Rosters")
@Transactional
@Idempotent
public class BatchDecisionResource {
  private final BatchOffice office;
  private final Caller caller;

  BatchDecisionResource(BatchOffice office, Caller caller) {
    this.office = office;
    this.caller = caller;
  }

  @POST
  @Path("submission")
  @RolesAllowed({EMPLOYER_CLERK, OFFICER})
  @Idempotent(required = true)
  @Answers(202)
  @Operation(
      operationId = "submitRoster",
      summary = "Submit a checked roster, with a yes to every warning")
  public RestResponse<BatchView> submit(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @Nullable Submission submission) {
    var confirmed = submission == null ? List.<String>of() : submission.confirmed();
    return accepted(office.submit(current(id, ifMatch), confirmed, caller));
  }

  @POST
  @Path("cancellation")
  @RolesAllowed({EMPLOYER_CLERK, OFFICER})
  @Operation(operationId = "cancelRoster", summary = "Give a roster up before its submission")
  public RestResponse<BatchView> cancel(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return BatchAnswer.of(RestResponse.Status.OK, office.cancel(current(id, ifMatch), caller));
  }

  @POST
  @Path("approval")
  @RolesAllowed(OFFICER)
  @Answers(202)
  @Operation(
      operationId = "approveRoster",
      summary = "Approve a roster with warnings that another person submitted")
  public RestResponse<BatchView> approve(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return accepted(office.approve(current(id, ifMatch), caller));
  }

  @POST
  @Path("rejection")
  @RolesAllowed(OFFICER)
  @Operation(operationId = "rejectRoster", summary = "Send a submitted roster back")
  public RestResponse<BatchView> reject(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Rejection rejection) {
    return BatchAnswer.of(
        RestResponse.Status.OK, office.reject(current(id, ifMatch), rejection.reason(), caller));
  }

  private EnrolmentBatch current(UUID id, @Nullable String ifMatch) {
    var batch = office.require(id, caller);
    EntityTag.requireMatch(ifMatch, batch.version());
    return batch;
  }

  private static RestResponse<BatchView> accepted(EnrolmentBatch batch) {
    return BatchAnswer.of(RestResponse.Status.ACCEPTED, batch);
  }

  /** The codes of the warnings that are known and meant. */
  public record Submission(
      @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> confirmed) {}

  /** Why a roster goes back. */
  public record Rejection(@NotBlank @Size(max = 500) String reason) {}
}
