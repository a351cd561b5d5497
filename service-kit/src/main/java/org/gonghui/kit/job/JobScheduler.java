package org.gonghui.kit.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives jobs and recurring work to one instance at a time, by db-scheduler's leases: an instance
 * that no longer beats its heart loses what it held.
 */
@Singleton
class JobScheduler {
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Duration SHUTDOWN = Duration.ofSeconds(15);
  private static final int THREADS = 4;

  private final JobRunner runner;
  private final Clock clock;
  private final Task<Void> job;
  private final Scheduler scheduler;

  JobScheduler(
      DataSource database,
      JobRunner runner,
      @All List<RecurringWork> recurring,
      Clock clock,
      @ConfigProperty(name = "gonghui.job.poll-millis", defaultValue = "1000") int pollMillis,
      @ConfigProperty(name = "gonghui.job.heartbeat-millis", defaultValue = "5000")
          int heartbeatMillis) {
    this.runner = runner;
    this.clock = clock;
    this.job = Tasks.custom("job", Void.class).onDeadExecutionRevive().execute(this::execute);
    this.scheduler =
        Scheduler.create(database, new ArrayList<>(List.of(job)))
            .startTasks(recurring.stream().map(this::task).toList())
            .threads(THREADS)
            .pollingInterval(Duration.ofMillis(pollMillis))
            .heartbeatInterval(Duration.ofMillis(heartbeatMillis))
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(SHUTDOWN)
            .build();
  }

  void start(@Observes StartupEvent event) {
    scheduler.start();
  }

  void stop(@Observes ShutdownEvent event) {
    scheduler.stop();
  }

  /** At once, in the current transaction; call {@link #wake} after its commit. */
  void schedule(UUID id) {
    scheduler.schedule(job.instance(id.toString()), new SystemClock().now());
  }

  void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    var state = context.getSchedulerState();
    var outcome = runner.run(UUID.fromString(instance.getId()), state::isShuttingDown);
    return (complete, operations) -> {
      switch (outcome) {
        case ENDED -> operations.remove();
        case INTERRUPTED -> operations.reschedule(complete, complete.getTimeDone());
        case TRY_AGAIN ->
            operations.reschedule(complete, complete.getTimeDone().plus(PAUSE_AFTER_FAILURE));
      }
    };
  }

  private RecurringTask<Void> task(RecurringWork work) {
    return Tasks.recurring(work.name(), FixedDelay.of(work.interval()))
        .execute((_, _) -> work.run(clock.instant()));
  }
}
