package org.gonghui.insurance.proof;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.FINANCE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.payout.Payout;
import org.gonghui.insurance.payout.Payouts;
import org.gonghui.insurance.proof.Resolution.Outcome;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** How two people settle a payment in doubt with evidence. */
@Path("/payouts/{id}")
@Tag(name = "Payments")
@Transactional
@Idempotent(required = true)
public class ResolutionResource {
  private final Payouts payouts;
  private final Resolutions resolutions;
  private final Audit audit;
  private final Caller caller;

  ResolutionResource(Payouts payouts, Resolutions resolutions, Audit audit, Caller caller) {
    this.payouts = payouts;
    this.resolutions = resolutions;
    this.audit = audit;
    this.caller = caller;
  }

  @POST
  @Path("resolution")
  @RolesAllowed(FINANCE)
  @Operation(
      operationId = "proposePayoutResolution",
      summary = "Say with evidence how a payment in doubt turned out")
  public ResolutionView propose(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Finding finding) {
    var payout = current(id, ifMatch);
    var found =
        resolutions.propose(
            payout, finding.outcome(), finding.valueDate(), finding.evidence(), caller.subject());
    note("payout-resolution-proposed", payout, found);
    return ResolutionView.of(found, false);
  }

  @POST
  @Path("resolution-approval")
  @RolesAllowed(APPROVER)
  @Operation(
      operationId = "approvePayoutResolution",
      summary = "Agree with the finding; the payout is then paid or returned")
  public ResolutionView approve(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var payout = current(id, ifMatch);
    var found = resolutions.approve(payout, caller.subject());
    note("payout-resolution-approved", payout, found);
    return ResolutionView.of(found, true);
  }

  private Payout current(UUID id, @Nullable String ifMatch) {
    var payout = payouts.require(id, caller);
    EntityTag.requireMatch(ifMatch, payout.version());
    return payout;
  }

  private void note(String action, Payout payout, Resolution found) {
    Map<String, Object> after = Map.of("outcome", found.outcome());
    audit.record(
        new Act(action, "payout", payout.id(), payout.area(), found.evidence(), Map.of(), after));
  }

  /** What was found out, and where that is written. */
  public record Finding(
      @NotNull Outcome outcome,
      @NotNull LocalDate valueDate,
      @NotBlank @Size(max = 500) @Schema(examples = "Bank letter 2017-114") String evidence) {}

  /** A finding as people see it. */
  public record ResolutionView(
      UUID id,
      UUID payoutId,
      Outcome outcome,
      LocalDate valueDate,
      String evidence,
      boolean approved) {
    static ResolutionView of(Resolution found, boolean approved) {
      return new ResolutionView(
          found.id(),
          found.payoutId(),
          found.outcome(),
          found.valueDate(),
          found.evidence(),
          approved);
    }
  }
}
