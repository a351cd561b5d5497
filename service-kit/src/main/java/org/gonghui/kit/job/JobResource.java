package org.gonghui.kit.job;

import static org.gonghui.kit.problem.Problems.ILLEGAL_TRANSITION;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.job.JobView.State;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** How long work stands; for whoever started it and for the staff of its area. */
@Path("/jobs")
@Tag(name = "Jobs")
@Authenticated
public class JobResource {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final List<String> STAFF =
      List.of(Role.OFFICER, Role.APPROVER, Role.FINANCE, Role.AUDITOR, Role.OPS);

  private final JobTable table;
  private final JobList jobs;
  private final JobRunner runner;
  private final Caller caller;

  JobResource(JobTable table, JobList jobs, JobRunner runner, Caller caller) {
    this.table = table;
    this.jobs = jobs;
    this.runner = runner;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Role.OFFICER, Role.APPROVER, Role.FINANCE, Role.AUDITOR, Role.OPS})
  @Operation(operationId = "listJobs", summary = "List the jobs of the own area, newest first")
  public Page<JobView> list(
      @RestQuery
          @DefaultValue("false")
          @Parameter(description = "Only those that are queued or running")
          boolean unfinished,
      @Valid @BeanParam PageRequest page) {
    var found = jobs.below(caller.area(), unfinished, page.after(UUID.class), page.size() + 1);
    return Page.of(found, page, JobView::id);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getJob", summary = "Read the state and progress of a job")
  public JobView get(@RestPath UUID id) {
    return require(id).view();
  }

  @GET
  @Path("{id}/progress")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "followJob",
      summary = "Follow a job as server-sent events until it has ended")
  public Multi<JobView> progress(@RestPath UUID id) {
    var first = require(id).view();
    if (first.state().isFinal()) {
      return Multi.createFrom().item(first);
    }
    var news =
        Multi.createFrom()
            .ticks()
            .every(LOOK_EVERY)
            .onOverflow()
            .drop()
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .map(_ -> table.find(id).orElseThrow().view());
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(first), untilFinal(news))
        .skip()
        .repetitions();
  }

  private static Multi<JobView> untilFinal(Multi<JobView> news) {
    return Multi.createFrom()
        .emitter(
            emitter -> {
              var watching =
                  news.subscribe()
                      .with(
                          job -> {
                            emitter.emit(job);
                            if (job.state().isFinal()) {
                              emitter.complete();
                            }
                          },
                          emitter::fail);
              emitter.onTermination(watching::cancel);
            });
  }

  @POST
  @Path("{id}/cancellation")
  @Transactional
  @Operation(
      operationId = "cancelJob",
      summary = "Cancel a job; what its finished steps did stays as its owner decides")
  public JobView cancel(@RestPath UUID id) {
    var row = require(id);
    // The handler first: what it locks a step under way may hold, which then needs the job's row.
    if (!row.view().state().isFinal()) {
      runner.cancelled(row);
    }
    if (!table.end(id, State.CANCELLED, null)) {
      throw ILLEGAL_TRANSITION
          .because("the job is %s", row.view().state())
          .with("allowed", List.of());
    }
    return table.find(id).orElseThrow().view();
  }

  private JobTable.Row require(UUID id) {
    return table
        .find(id)
        .filter(this::mayWatch)
        .orElseThrow(() -> NOT_FOUND.because("no job of that id is yours to see"));
  }

  private boolean mayWatch(JobTable.Row row) {
    return row.starter().subject().equals(caller.subject())
        || (STAFF.stream().anyMatch(caller::has) && caller.sees(row.view().area()));
  }
}
