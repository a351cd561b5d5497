package org.gonghui.insurance.payout;

import static org.gonghui.insurance.payout.PayoutProblems.NO_USABLE_ACCOUNT;
import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.FINANCE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.payout.Payout.HoldReason;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What finance does with single payouts. */
@Path("/payouts")
@Tag(name = "Payments")
@RolesAllowed(FINANCE)
@Transactional
@Idempotent
public class PayoutResource {
  private final Payouts payouts;
  private final Holds holds;
  private final Audit audit;
  private final Caller caller;

  PayoutResource(Payouts payouts, Holds holds, Audit audit, Caller caller) {
    this.payouts = payouts;
    this.holds = holds;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({FINANCE, APPROVER, AUDITOR})
  @Operation(operationId = "listPayouts", summary = "List payouts of your area, oldest first")
  public Page<PayoutView> list(
      @RestQuery @Nullable PayoutStatus status,
      @RestQuery @Nullable String area,
      @RestQuery @Nullable UUID claimId,
      @Valid @BeanParam PageRequest page) {
    var areas = AreaFilter.of(caller, area).pattern();
    var after = page.after(UUID.class);
    var found = payouts.list(areas, status, claimId, after, page.size() + 1);
    return Page.of(found.stream().map(PayoutView::of).toList(), page, PayoutView::id);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({FINANCE, APPROVER, AUDITOR})
  @Operation(operationId = "getPayout", summary = "Read one payout")
  public RestResponse<PayoutView> get(@RestPath UUID id) {
    return answer(payouts.require(id, caller));
  }

  @POST
  @Path("{id}/hold")
  @Operation(operationId = "holdPayout", summary = "Hold a ready payout, with the reason")
  public RestResponse<PayoutView> hold(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Reason why) {
    var payout = current(id, ifMatch);
    return moved(
        "payout-held",
        why.reason(),
        payouts.move(payout, PayoutStatus.HELD, HoldReason.MANUAL, caller.subject()));
  }

  @POST
  @Path("{id}/release")
  @Operation(
      operationId = "releasePayout",
      summary = "Let a held or returned payout go again, to a confirmed account")
  public RestResponse<PayoutView> release(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Reason why) {
    var payout = current(id, ifMatch);
    var _ = payout.status().requireNext(PayoutStatus.READY);
    if (!holds.hasUsableAccount(payout.id())) {
      throw NO_USABLE_ACCOUNT.because("confirm an account of the payee first");
    }
    return moved(
        "payout-released",
        why.reason(),
        payouts.move(payout, PayoutStatus.READY, null, caller.subject()));
  }

  private Payout current(UUID id, @Nullable String ifMatch) {
    var payout = payouts.require(id, caller);
    EntityTag.requireMatch(ifMatch, payout.version());
    return payout;
  }

  private RestResponse<PayoutView> moved(String action, String reason, Payout payout) {
    audit.record(
        new Act(
            action,
            "payout",
            payout.id(),
            payout.area(),
            reason,
            Map.of(),
            Map.of("status", payout.status())));
    return answer(payout);
  }

  static RestResponse<PayoutView> answer(Payout payout) {
    return RestResponse.ResponseBuilder.ok(PayoutView.of(payout))
        .header("ETag", EntityTag.of(payout.version()))
        .build();
  }

  /** Why. */
  @Schema(name = "PayoutReason")
  public record Reason(
      @NotBlank @Size(max = 500) @Schema(examples = "Payee asked to wait") String reason) {}
}
