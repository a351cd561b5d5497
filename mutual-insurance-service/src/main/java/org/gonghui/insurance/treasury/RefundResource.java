package org.gonghui.insurance.treasury;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.FINANCE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.contribution.Dues;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Refunds of contributions. */
@Path("/")
@Tag(name = "Contributions")
@Transactional
@Idempotent
public class RefundResource {
  private final Refunds refunds;
  private final Dues dues;
  private final Caller caller;

  RefundResource(Refunds refunds, Dues dues, Caller caller) {
    this.refunds = refunds;
    this.dues = dues;
    this.caller = caller;
  }

  @GET
  @Path("refunds")
  @RolesAllowed({FINANCE, APPROVER, AUDITOR})
  @Operation(operationId = "listRefunds", summary = "List the newest 200 refunds of your area")
  public List<Refund> list() {
    return refunds.list(AreaFilter.of(caller).pattern());
  }

  @POST
  @Path("contribution-dues/{id}/refunds")
  @RolesAllowed(FINANCE)
  @Idempotent(required = true)
  @Operation(
      operationId = "proposeRefund",
      summary = "Propose to send back what waits on a receipt of the due's employer")
  public RestResponse<Refund> propose(@RestPath UUID id, @Valid @NotNull Proposal proposal) {
    var due = dues.require(id);
    caller.requireSees(due.area());
    return answer(
        RestResponse.Status.CREATED,
        refunds.propose(
            due, proposal.receiptId(), proposal.amount(), proposal.reason(), caller));
  }

  @POST
  @Path("refunds/{id}/approval")
  @RolesAllowed(APPROVER)
  @Idempotent(required = true)
  @Operation(operationId = "approveRefund", summary = "Approve a refund that another proposed")
  public RestResponse<Refund> approve(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var refund = refunds.require(id);
    caller.requireSees(refund.area());
    EntityTag.requireMatch(ifMatch, refund.version());
    return answer(RestResponse.Status.OK, refunds.approve(refund, caller));
  }

  private static RestResponse<Refund> answer(RestResponse.Status status, Refund refund) {
    return ResponseBuilder.create(status, refund)
        .header("ETag", EntityTag.of(refund.version()))
        .build();
  }

  /** From which receipt, how much, and why. */
  public record Proposal(
      @NotNull UUID receiptId, @NotNull Money amount, @NotBlank @Size(max = 200) String reason) {}
}
