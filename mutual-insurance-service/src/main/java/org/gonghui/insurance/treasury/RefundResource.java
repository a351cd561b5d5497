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
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Refunds of contributions. */
@Path("/refunds")
@Tag(name = "Contributions")
@Transactional
@Idempotent
public class RefundResource {
  private final Refunds refunds;
  private final Caller caller;

  RefundResource(Refunds refunds, Caller caller) {
    this.refunds = refunds;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({FINANCE, APPROVER, AUDITOR})
  @Operation(operationId = "listRefunds", summary = "List the newest 200 refunds of your area")
  public List<Refund> list() {
    return refunds.list(AreaFilter.of(caller).pattern());
  }

  @POST
  @Path("{id}/approval")
  @RolesAllowed(APPROVER)
  @Idempotent(required = true)
  @Operation(operationId = "approveRefund", summary = "Approve a refund that another proposed")
  public RestResponse<Refund> approve(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var refund = refunds.require(id);
    caller.requireSees(refund.area());
    EntityTag.requireMatch(ifMatch, refund.version());
    return answer(refunds.approve(refund, caller));
  }

  @POST
  @Path("{id}/refusal")
  @RolesAllowed(APPROVER)
  @Operation(operationId = "refuseRefund", summary = "Refuse a refund; the money stays")
  public RestResponse<Refund> refuse(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Refusal refusal) {
    var refund = refunds.require(id);
    caller.requireSees(refund.area());
    EntityTag.requireMatch(ifMatch, refund.version());
    return answer(refunds.refuse(refund, refusal.reason(), caller));
  }

  private static RestResponse<Refund> answer(Refund refund) {
    return ResponseBuilder.ok(refund).header("ETag", EntityTag.of(refund.version())).build();
  }

  /** Why the money stays. */
  public record Refusal(@NotBlank @Size(max = 200) String reason) {}
}
