package org.gonghui.kit.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.kit.identity.Acting;

/** Stores a job and its schedule in the caller's transaction, and wakes the scheduler after it. */
@ApplicationScoped
class ScheduledJobs implements Jobs {
  private final JobTable table;
  private final JobScheduler scheduler;
  private final Acting acting;
  private final TransactionSynchronizationRegistry transaction;
  private final String root;

  ScheduledJobs(
      JobTable table,
      JobScheduler scheduler,
      Acting acting,
      TransactionSynchronizationRegistry transaction,
      @ConfigProperty(name = "quarkus.rest.path") String root) {
    this.table = table;
    this.scheduler = scheduler;
    this.acting = acting;
    this.transaction = transaction;
    this.root = root;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID start(String kind, String businessKey, String area, Object parameters) {
    var starter = Starter.of(acting.current());
    while (true) {
      var created = table.insert(kind, businessKey, area, starter, parameters);
      if (created.isPresent()) {
        scheduler.schedule(created.get());
        wakeAfterCommit();
        return created.get();
      }
      // The active one may end between the two statements; then there is room for a new one.
      var active = table.findActive(kind, businessKey);
      if (active.isPresent()) {
        return active.get();
      }
    }
  }

  @Override
  public Optional<JobView> find(UUID id) {
    return table.find(id).map(JobTable.Row::view);
  }

  @Override
  public URI locationOf(UUID id) {
    return URI.create(root + "/jobs/" + id);
  }

  private void wakeAfterCommit() {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Only the commit counts.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              scheduler.wake();
            }
          }
        });
  }
}
