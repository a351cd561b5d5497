package org.gonghui.insurance.transfer;

import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.batch.EnrolmentBatches;
import org.gonghui.insurance.member.EmployerAccess;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Requests to take a covered person over, and the officers' approval. */
@Path("/transfers")
@Tag(name = "Enrolments")
@Transactional
@Idempotent
public class TransferResource {
  private final Transfers transfers;
  private final EnrolmentBatches batches;
  private final Caller caller;

  TransferResource(Transfers transfers, EnrolmentBatches batches, Caller caller) {
    this.transfers = transfers;
    this.batches = batches;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({EMPLOYER_CLERK, OFFICER})
  @Answers(201)
  @Operation(
      operationId = "requestTransfer",
      summary = "Ask to take over the person of a row rejected as enrolled elsewhere")
  public RestResponse<TransferView> request(@Valid @NotNull Request request) {
    var batch = batches.require(request.batchId());
    EmployerAccess.require(caller, batch.employer(), batch.area());
    return answer(
        RestResponse.Status.CREATED,
        transfers.request(batch, request.rowNo(), request.date(), caller));
  }

  @POST
  @Path("{id}/approval")
  @RolesAllowed(OFFICER)
  @Operation(operationId = "approveTransfer", summary = "Approve a transfer from its day on")
  public RestResponse<TransferView> approve(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var transfer = transfers.require(id);
    caller.requireSees(transfer.area());
    EntityTag.requireMatch(ifMatch, transfer.version());
    return answer(RestResponse.Status.OK, transfers.approve(transfer, caller));
  }

  private static RestResponse<TransferView> answer(RestResponse.Status status, Transfer transfer) {
    var view =
        new TransferView(
            transfer.id(),
            transfer.batchId(),
            transfer.rowNo(),
            transfer.movedOn(),
            transfer.status().name());
    return ResponseBuilder.create(status, view)
        .header("ETag", EntityTag.of(transfer.version()))
        .build();
  }

  /** Which row, and from which day. */
  public record Request(
      @NotNull UUID batchId,
      @NotNull @Min(1) @Max(9_999_999) Integer rowNo,
      @NotNull LocalDate date) {}

  /** A transfer; it never says where the person was before. */
  public record TransferView(UUID id, UUID batchId, int rowNo, LocalDate date, String status) {}
}
