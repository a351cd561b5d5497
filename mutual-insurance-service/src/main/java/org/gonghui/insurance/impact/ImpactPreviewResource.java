package org.gonghui.insurance.impact;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.OFFICER;
import static org.gonghui.kit.problem.Problems.FORBIDDEN;
import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.impact.ImpactPreview.Impact;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.insurance.plan.PlanVersions;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.job.Jobs;
import org.gonghui.kit.time.Uuid7;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Terms as a laboratory: last year's claims under a draft. */
@Path("/")
@Tag(name = "Plans")
@RolesAllowed({OFFICER, APPROVER})
@Transactional
public class ImpactPreviewResource {
  private static final int CITY = 4;

  private final ImpactPreviews previews;
  private final PlanVersions versions;
  private final Jobs jobs;
  private final Caller caller;
  private final Clock clock;

  ImpactPreviewResource(
      ImpactPreviews previews, PlanVersions versions, Jobs jobs, Caller caller, Clock clock) {
    this.previews = previews;
    this.versions = versions;
    this.jobs = jobs;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Path("plan-versions/{id}/impact-previews")
  @Idempotent(required = true)
  @Operation(
      operationId = "startImpactPreview",
      summary = "Ask what these terms would have paid for the events of a past period")
  public RestResponse<PreviewView> start(@RestPath UUID id, @Valid @NotNull Period period) {
    if (caller.area().length() > CITY) {
      throw FORBIDDEN.because("the city decides on plans");
    }
    if (!period.from().isBefore(period.until())) {
      throw INVALID.at("/until", "the period has no day");
    }
    var version = versions.require(id);
    var preview =
        new ImpactPreview(
            Uuid7.next(),
            id,
            version.checksum(),
            new DateRange(period.from(), period.until()),
            caller.area(),
            null,
            null);
    previews.add(preview, caller.subject(), clock.instant());
    var job =
        jobs.start(
            ImpactJob.KIND, preview.id().toString(), caller.area(), new ImpactJob.Of(preview.id()));
    previews.startJob(preview.id(), job);
    return ResponseBuilder.create(
            RestResponse.Status.ACCEPTED, view(previews.require(preview.id())))
        .location(URI.create("/api/mutual-insurance/v1/jobs/" + job))
        .build();
  }

  @GET
  @Path("impact-previews/{id}")
  @Operation(
      operationId = "getImpactPreview",
      summary = "Read what the terms would have paid against what was granted, per area")
  public PreviewView get(@RestPath UUID id) {
    var preview = previews.require(id);
    caller.requireSees(preview.area());
    return view(preview);
  }

  private PreviewView view(ImpactPreview preview) {
    var areas = previews.impacts(preview.id());
    var total = areas.stream().reduce(Impact.none(preview.area()), Impact::plus);
    return new PreviewView(
        preview.id(),
        preview.planVersionId(),
        preview.checksum(),
        preview.period(),
        preview.jobId(),
        preview.finishedAt(),
        total,
        areas);
  }

  /** Days on which the events lie, half-open. */
  public record Period(@NotNull LocalDate from, @NotNull LocalDate until) {}

  /** The answer so far; it is whole once it is finished. */
  public record PreviewView(
      UUID id,
      UUID planVersionId,
      String checksum,
      DateRange period,
      @Nullable UUID jobId,
      @Nullable Instant finishedAt,
      Impact total,
      List<Impact> areas) {}
}
