package org.gonghui.insurance.treasury;

import static org.gonghui.kit.identity.Role.FINANCE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.contribution.Dues;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Proposals to send back money of one due's employer. */
@Path("/contribution-dues/{id}/refunds")
@Tag(name = "Contributions")
@Transactional
public class DueRefundResource {
  private final Refunds refunds;
  private final Dues dues;
  private final Caller caller;

  DueRefundResource(Refunds refunds, Dues dues, Caller caller) {
    this.refunds = refunds;
    this.dues = dues;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(FINANCE)
  @Idempotent(required = true)
  @Answers(201)
  @Operation(
      operationId = "proposeRefund",
      summary = "Propose to send back what waits on a receipt of the due's employer")
  public RestResponse<Refund> propose(@RestPath UUID id, @Valid @NotNull Proposal proposal) {
    var due = dues.require(id);
    caller.requireSees(due.area());
    var refund =
        refunds.propose(due, proposal.receiptId(), proposal.amount(), proposal.reason(), caller);
    return ResponseBuilder.create(RestResponse.Status.CREATED, refund)
        .header("ETag", EntityTag.of(refund.version()))
        .build();
  }

  /** From which receipt, how much, and why. */
  public record Proposal(
      @NotNull UUID receiptId, @NotNull Money amount, @NotBlank @Size(max = 200) String reason) {}
}
