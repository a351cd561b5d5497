package org.gonghui.insurance.review;

import static org.gonghui.kit.problem.Problems.illegalTransition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.filing.ClaimAccess;
import org.gonghui.insurance.review.ReviewTasks.Position;
import org.gonghui.insurance.review.ReviewTasks.ReviewTask;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** What waits for a reviewer or approver, the most urgent first; a task is its claim. */
@Path("/review-tasks")
@RolesAllowed({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
@Transactional
public class ReviewTaskResource {
  private final ReviewTasks tasks;
  private final ClaimAccess access;
  private final Audit audit;
  private final Caller caller;

  ReviewTaskResource(ReviewTasks tasks, ClaimAccess access, Audit audit, Caller caller) {
    this.tasks = tasks;
    this.access = access;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listReviewTasks",
      summary = "Claims to review, and decided ones whose grounds have changed, by due day")
  public Page<ReviewTask> list(@Valid @BeanParam PageRequest page) {
    var areas = AreaFilter.of(caller).pattern();
    var found = tasks.waiting(areas, page.after(Position.class), page.size() + 1);
    return Page.of(found, page, Position::of);
  }

  @POST
  @Path("{id}/assignment")
  @RolesAllowed({Role.REVIEWER, Role.APPROVER})
  @ResponseStatus(204)
  @Operation(operationId = "takeReviewTask", summary = "Take a task, or take it over")
  public void take(@RestPath UUID id) {
    var claim = access.require(id);
    if (!tasks.isOpen(id)) {
      throw illegalTransition(claim.status(), ClaimStatus.IN_REVIEW, claim.status().next());
    }
    tasks.assign(id, caller.subject());
    audit.record(Act.of("review-task-taken", "claim", id, claim.head().area()));
  }
}
