package org.gonghui.kit.operations;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What waits for somebody or something in this service. */
@Singleton
class Waiting {
  private static final int MOST = 100_000;
  private static final String COUNT =
      """
      select
        (select count(*) from
          (select 1 from dead_letter where replayed_at is null limit %1$d) as letters),
        count(*) filter (where state = 'QUEUED'),
        count(*) filter (where state = 'RUNNING')
      from (select state from job where state in ('QUEUED', 'RUNNING') limit %1$d) as jobs
      """
          .formatted(MOST);

  private final DataSource database;

  Waiting(DataSource database) {
    this.database = database;
  }

  /** Counts now; what is more than a hundred thousand is told as that many. */
  Counts count() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(COUNT);
        var answer = query.executeQuery()) {
      answer.next();
      return new Counts(answer.getLong(1), answer.getLong(2), answer.getLong(3));
    } catch (SQLException cause) {
      throw new IllegalStateException("what waits cannot be counted", cause);
    }
  }

  record Counts(long deadLetters, long queuedJobs, long runningJobs) {}
}
