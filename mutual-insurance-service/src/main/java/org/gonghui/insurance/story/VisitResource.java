package org.gonghui.insurance.story;

import static org.gonghui.insurance.claim.ClaimProblems.INVALID_CLAIM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.filing.ClaimAccess;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Trips to a counter for a claim (最多跑一次). */
@Path("/claims/{id}/visits")
@RolesAllowed({Role.MEMBER, Role.OFFICER})
@Transactional
public class VisitResource {
  private final Sql sql;
  private final ClaimAccess access;
  private final Caller caller;
  private final Clock clock;

  VisitResource(Sql sql, ClaimAccess access, Caller caller, Clock clock) {
    this.sql = sql;
    this.access = access;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(
      operationId = "recordVisit",
      summary = "Record a trip; several to one place on one day count once")
  public VisitCount add(@RestPath UUID id, @NotNull @Valid NewVisit visit) {
    var claim = access.require(id);
    if (visit.day().isAfter(LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE))) {
      throw INVALID_CLAIM.at("/day", "the day lies in the future");
    }
    sql.update(
        """
        insert into visit (id, claim_id, day, place, visitor, step, reported_by, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (claim_id, day, place, visitor) do nothing
        """,
        Uuid7.next(),
        claim.id(),
        visit.day(),
        visit.place(),
        visit.visitor() == null ? Visitor.CLAIMANT : visit.visitor(),
        visit.step() == null ? claim.status().name() : visit.step(),
        caller.subject(),
        clock.instant());
    return new VisitCount(count(id));
  }

  /** Counted anew each time, so that a disproved or repeated trip never counts. */
  private int count(UUID id) {
    return sql.list(
            """
            update claim set visit_count = (
              select count(distinct (day, place)) from visit
              where claim_id = ? and visitor = 'CLAIMANT' and not disproved)
            where id = ? returning visit_count
            """,
            row -> row.number("visit_count"),
            id,
            id)
        .getFirst();
  }

  /** Who came. */
  public enum Visitor {
    CLAIMANT,
    EMPLOYER
  }

  /** One trip. */
  public record NewVisit(
      @NotNull LocalDate day,
      @NotNull @Size(min = 1, max = 100) String place,
      @Nullable Visitor visitor,
      @Nullable @Pattern(regexp = "[A-Z_]{1,40}") String step) {}

  /** How often the claimant had to come. */
  public record VisitCount(int visitCount) {}
}
