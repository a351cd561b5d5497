package org.gonghui.insurance.review;

import static org.gonghui.kit.problem.Problems.illegalTransition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.filing.ClaimAccess;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What waits for a reviewer or approver, the most urgent first; a task is its claim. */
@Path("/review-tasks")
@RolesAllowed({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
@Transactional
public class ReviewTaskResource {
  private final Sql sql;
  private final ClaimAccess access;
  private final Caller caller;
  private final Clock clock;

  ReviewTaskResource(Sql sql, ClaimAccess access, Caller caller, Clock clock) {
    this.sql = sql;
    this.access = access;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "listReviewTasks", summary = "Claims to review, by due day")
  public Page<ReviewTask> list(@BeanParam PageRequest page) {
    var after = page.after(Position.class);
    var found =
        sql.list(
            """
            select c.id, c.no, c.kind, c.status, c.area, c.version, c.due_on, c.review_reasons,
              a.reviewer
            from claim c left join review_assignment a on a.claim_id = c.id
            where c.status in ('IN_REVIEW', 'SECOND_REVIEW') and c.area like ?
              and (?::uuid is null or (coalesce(c.due_on, date '9999-01-01'), c.id) > (?, ?::uuid))
            order by coalesce(c.due_on, date '9999-01-01'), c.id limit ?
            """,
            ReviewTaskResource::read,
            AreaFilter.of(caller).pattern(),
            after == null ? null : after.id(),
            after == null ? LocalDate.EPOCH : after.day(),
            after == null ? null : after.id(),
            page.size() + 1);
    return Page.of(found, page, Position::of);
  }

  @POST
  @Path("{id}/assignment")
  @RolesAllowed({Role.REVIEWER, Role.APPROVER})
  @ResponseStatus(204)
  @Operation(operationId = "takeReviewTask", summary = "Take a task, or take it over")
  public void take(@RestPath UUID id) {
    var claim = access.require(id);
    if (claim.status() != ClaimStatus.IN_REVIEW && claim.status() != ClaimStatus.SECOND_REVIEW) {
      throw illegalTransition(claim.status(), ClaimStatus.IN_REVIEW, claim.status().next());
    }
    sql.update(
        """
        insert into review_assignment (claim_id, reviewer, assigned_at) values (?, ?, ?)
        on conflict (claim_id) do update set reviewer = excluded.reviewer,
          assigned_at = excluded.assigned_at
        """,
        id,
        caller.subject(),
        clock.instant());
  }

  private static ReviewTask read(Row row) {
    return new ReviewTask(
        row.uuid("id"),
        row.text("no"),
        row.choice(BenefitKind.class, "kind"),
        row.choice(ClaimStatus.class, "status"),
        row.text("area"),
        row.number("version"),
        row.findDate("due_on"),
        row.texts("review_reasons"),
        row.findText("reviewer"));
  }

  /** A claim that waits. */
  public record ReviewTask(
      UUID id,
      String claimNo,
      BenefitKind kind,
      ClaimStatus status,
      String area,
      int version,
      @Nullable LocalDate dueOn,
      List<String> reasons,
      @Nullable String assignedTo) {}

  /** Where a page ended. */
  record Position(LocalDate day, UUID id) {
    static Position of(ReviewTask task) {
      var due = task.dueOn();
      return new Position(due == null ? LocalDate.of(9999, 1, 1) : due, task.id());
    }
  }
}
