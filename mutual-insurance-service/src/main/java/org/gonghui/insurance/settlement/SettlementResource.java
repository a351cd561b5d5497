package org.gonghui.insurance.settlement;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.settlement.Settlement.Outcome;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What hospitals and the medical-insurance bureau send. */
@Path("/")
@RolesAllowed(SettlementResource.WRITE)
public class SettlementResource {
  static final String WRITE = "mutual-insurance:settlements:write";

  private final SettlementIntake intake;
  private final Settlements settlements;
  private final Event<SettlementArrived.Voided> voided;
  private final Caller caller;

  SettlementResource(
      SettlementIntake intake,
      Settlements settlements,
      Event<SettlementArrived.Voided> voided,
      Caller caller) {
    this.intake = intake;
    this.settlements = settlements;
    this.voided = voided;
    this.caller = caller;
  }

  @POST
  @Path("settlements")
  @Transactional
  @Idempotent
  @Answers({200, 201})
  @Operation(
      operationId = "sendSettlement",
      summary = "Send the final bill of a stay; what it leads to is not told")
  public RestResponse<Receipt> send(@NotNull @Valid NewSettlement settlement) {
    var taken = intake.take(settlement, caller);
    var status = taken.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
    return RestResponse.status(
        status, new Receipt(taken.id(), taken.settlementNo(), taken.outcome()));
  }

  @POST
  @Path("settlements/{id}/voidance")
  @Transactional
  @Idempotent
  @ResponseStatus(200)
  @Operation(operationId = "voidSettlement", summary = "Take a settlement back (冲红)")
  public Receipt voidSettlement(@RestPath UUID id) {
    var seen = requireOwn(id);
    settlements.end(seen, SettlementStatus.VOIDED, null);
    voided.fire(new SettlementArrived.Voided(id, seen.claimId(), caller.subject()));
    return Receipt.of(settlements.require(id));
  }

  @GET
  @Path("settlement-requests")
  @Operation(
      operationId = "listSettlementRequests",
      summary = "Numbers to send again, because their persons have agreed since")
  public Page<SettlementRequest> requests(@Valid @BeanParam PageRequest page) {
    var found = settlements.awaited(caller.subject(), page.after(UUID.class), page.size() + 1);
    var shown = Page.of(found, page, Settlement::id);
    return new Page<>(
        shown.items().stream()
            .map(s -> new SettlementRequest(s.settlementNo(), s.receivedOn()))
            .toList(),
        shown.next());
  }

  private Settlement requireOwn(UUID id) {
    var seen = settlements.require(id);
    if (!seen.source().equals(caller.subject())) {
      throw NOT_FOUND.because("there is no such settlement");
    }
    return seen;
  }

  /** What the source is told. */
  public record Receipt(UUID id, String settlementNo, Outcome outcome) {
    static Receipt of(Settlement settlement) {
      return new Receipt(settlement.id(), settlement.settlementNo(), settlement.outcome());
    }
  }

  /** A number that is wanted again. */
  public record SettlementRequest(String settlementNo, LocalDate receivedOn) {}
}
