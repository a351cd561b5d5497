package org.gonghui.kit.job;

import static org.gonghui.kit.job.JobHandler.StepResult.DONE;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gonghui.kit.identity.Acting;
import org.gonghui.kit.job.JobView.State;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.problem.Problem;
import org.jboss.logging.Logger;

/** Runs the steps of one job until it is done, cancelled, or has failed too often in a row. */
@ApplicationScoped
class JobRunner {
  static final String TOO_MANY_FAILURES = "INTERNAL";
  private static final Logger LOG = Logger.getLogger(JobRunner.class);
  private static final int MOST_FAILURES = 5;
  private static final int STEP_SECONDS = 600;

  private final JobTable table;
  private final JobJson json;
  private final Map<String, JobHandler<?>> handlers;

  JobRunner(JobTable table, JobJson json, @All List<JobHandler<?>> handlers) {
    this.table = table;
    this.json = json;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
  }

  /** What became of a run. */
  enum Outcome {
    ENDED,
    /** This process stops: another run goes on. */
    INTERRUPTED,
    /** A step failed for a reason that may pass. */
    TRY_AGAIN
  }

  Outcome run(UUID id, BooleanSupplier stopping) {
    var row = table.claim(id);
    if (row.isEmpty()) {
      return Outcome.ENDED;
    }
    var handler = handlers.get(row.get().view().kind());
    return handler == null
        ? fail(id, List.of(new Fault("", "KIND_UNKNOWN", "no longer known")))
        : run(handler, row.get(), stopping);
  }

  private <P> Outcome run(JobHandler<P> handler, JobTable.Row claimed, BooleanSupplier stopping) {
    var id = claimed.view().id();
    var parameters = json.parse(claimed.parameters(), handler.parameters());
    try {
      while (!stopping.getAsBoolean()) {
        if (Acting.as(claimed.starter(), () -> step(handler, parameters, claimed))) {
          return Outcome.ENDED;
        }
      }
      return Outcome.INTERRUPTED;
    } catch (Superseded _) {
      return Outcome.ENDED;
    } catch (Problem refused) {
      return stop(
          handler, parameters, claimed, new Fault("", refused.type().code(), refused.detail()));
    } catch (Exception passing) {
      LOG.warnf(passing, "a step of job %s (%s) failed", id, handler.kind());
      return table.countFailure(id) < MOST_FAILURES
          ? Outcome.TRY_AGAIN
          : stop(
              handler, parameters, claimed, new Fault("", TOO_MANY_FAILURES, "failed too often"));
    }
  }

  /** One transaction; true when it was the last. */
  private <P> boolean step(JobHandler<P> handler, P parameters, JobTable.Row claimed) {
    return QuarkusTransaction.requiringNew()
        .timeout(STEP_SECONDS)
        .call(
            () -> {
              var row = table.find(claimed.view().id()).orElseThrow(Superseded::new);
              if (row.run() != claimed.run() || row.view().state() != State.RUNNING) {
                throw new Superseded();
              }
              var run = new StepRun<>(row, parameters, () -> isCancelled(row.view().id()));
              var last = handler.step(run) == DONE;
              if (!table.save(run) || (last && !table.end(run.jobId(), State.SUCCEEDED, null))) {
                throw new Superseded();
              }
              return last;
            });
  }

  private boolean isCancelled(UUID id) {
    return table.find(id).map(row -> row.view().state() == State.CANCELLED).orElse(true);
  }

  private <P> Outcome stop(JobHandler<P> handler, P parameters, JobTable.Row claimed, Fault fault) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              var row = table.find(claimed.view().id()).orElse(claimed);
              var run = new StepRun<>(row, parameters, () -> true);
              run.fault(fault.code(), fault.message());
              Acting.as(
                  claimed.starter(),
                  () -> {
                    handler.stopped(run);
                    return true;
                  });
              return fail(run.jobId(), run.faults());
            });
  }

  /** Tells the handler of a job that was cancelled, in the canceller's transaction. */
  void cancelled(JobTable.Row row) {
    var handler = handlers.get(row.view().kind());
    if (handler != null) {
      cancelled(handler, row);
    }
  }

  private <P> void cancelled(JobHandler<P> handler, JobTable.Row row) {
    handler.stopped(
        new StepRun<>(row, json.parse(row.parameters(), handler.parameters()), () -> true));
  }

  private Outcome fail(UUID id, List<Fault> faults) {
    var unused = table.end(id, State.FAILED, faults);
    return Outcome.ENDED;
  }

  /** The job was cancelled, or another run of it has begun: what this step did is undone. */
  private static final class Superseded extends RuntimeException {
    Superseded() {
      super("superseded", null, false, false);
    }
  }
}
