package org.gonghui.insurance.arrival;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.settlement.Settlement;
import org.gonghui.insurance.settlement.Settlement.Outcome;
import org.gonghui.insurance.settlement.Settlements;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a source may read of its own settlements; the benefit only with a scope for it. */
@Path("/")
@RolesAllowed({SettlementReadResource.WRITE, SettlementReadResource.BENEFITS})
@Transactional
public class SettlementReadResource {
  static final String WRITE = "mutual-insurance:settlements:write";
  static final String BENEFITS = "mutual-insurance:benefits:read";

  private final Settlements settlements;
  private final Claims claims;
  private final Audit audit;
  private final Caller caller;

  SettlementReadResource(Settlements settlements, Claims claims, Audit audit, Caller caller) {
    this.settlements = settlements;
    this.claims = claims;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Path("settlements/{id}")
  @Operation(
      operationId = "readSettlement",
      summary = "Read an own settlement; with benefits:read also what it led to")
  public SettlementView read(@RestPath UUID id) {
    var seen = settlements.require(id);
    if (!seen.source().equals(caller.subject())) {
      throw NOT_FOUND.because("there is no such settlement");
    }
    return new SettlementView(
        seen.id(), seen.settlementNo(), seen.receivedOn(), seen.outcome(), benefit(seen));
  }

  private @Nullable Benefit benefit(Settlement seen) {
    if (!caller.has(BENEFITS)) {
      return null;
    }
    var claim = Optional.ofNullable(seen.claimId()).flatMap(claims::find);
    claim.ifPresent(c -> audit.record(Act.of("benefit-read", "claim", c.id(), c.head().area())));
    return claim.map(Benefit::of).orElse(null);
  }

  /** A settlement as its source sees it. */
  public record SettlementView(
      UUID id,
      String settlementNo,
      LocalDate receivedOn,
      Outcome outcome,
      @Nullable Benefit benefit) {}

  /** What it led to. */
  public record Benefit(
      String claimNo, ClaimStatus status, Money granted, @Nullable LocalDate paidOn) {
    static Benefit of(Claim claim) {
      return new Benefit(
          claim.head().no(), claim.status(), claim.granted(), claim.progress().paidOn());
    }
  }
}
