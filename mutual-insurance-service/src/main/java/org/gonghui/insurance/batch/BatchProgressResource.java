package org.gonghui.insurance.batch;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.identity.Role.OFFICER;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.batch.EnrolmentBatch.Counts;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** A roster's way through check and application, as it goes. */
@Path("/enrolment-batches/{id}/progress")
@Tag(name = "Rosters")
@RolesAllowed({EMPLOYER_CLERK, OFFICER, APPROVER, FINANCE, AUDITOR})
public class BatchProgressResource {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final BatchOffice office;
  private final EnrolmentBatches batches;
  private final BatchRows rows;
  private final Caller caller;

  BatchProgressResource(
      BatchOffice office, EnrolmentBatches batches, BatchRows rows, Caller caller) {
    this.office = office;
    this.batches = batches;
    this.rows = rows;
    this.caller = caller;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "followRoster",
      summary = "Follow a roster as server-sent events until it waits for somebody or is done")
  public Multi<Progress> follow(@RestPath UUID id) {
    var first = progress(office.require(id, caller));
    if (!first.moving()) {
      return Multi.createFrom().item(first);
    }
    var news =
        Multi.createFrom()
            .ticks()
            .every(LOOK_EVERY)
            .onOverflow()
            .drop()
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .map(_ -> progress(batches.require(id)))
            .select()
            .first(withTheLast());
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(first), news)
        .skip()
        .repetitions();
  }

  /** Everything up to the first that no longer moves, and that one too. */
  private static Predicate<Progress> withTheLast() {
    var ended = new boolean[1];
    return progress -> {
      var go = !ended[0];
      ended[0] = !progress.moving();
      return go;
    };
  }

  private Progress progress(EnrolmentBatch batch) {
    var moving =
        switch (batch.status()) {
          case CHECKING, APPROVED, APPLYING -> true;
          case CHECKED, UNREADABLE, SUBMITTED, APPLIED, REJECTED, CANCELLED -> false;
        };
    var done =
        batch.status() == BatchStatus.CHECKING ? rows.read(batch.id()) : batch.appliedThrough();
    return new Progress(batch.status(), moving, done, batch.counts());
  }

  /** Where it stands; the rows done are those read, then those applied. */
  public record Progress(BatchStatus status, boolean moving, int rowsDone, Counts counts) {}
}
