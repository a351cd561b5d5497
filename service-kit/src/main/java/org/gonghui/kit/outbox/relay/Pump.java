package org.gonghui.kit.outbox.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.gonghui.kit.outbox.relay.Publisher.Batch;
import org.gonghui.kit.outbox.relay.UnsentRows.Row;
import org.jspecify.annotations.Nullable;

/**
 * Moves rows from the table to the broker in one transaction. When there are many, three things
 * happen at once: one batch is fetched, the one before is sent, the one before that acknowledged.
 */
final class Pump {
  private static final int LONGEST_RUN = 8 * UnsentRows.BATCH;

  private final UnsentRows rows;
  private final ExecutorService ahead;
  private final Publisher sender;

  Pump(UnsentRows rows, ExecutorService ahead, Publisher sender) {
    this.rows = rows;
    this.ahead = ahead;
    this.sender = sender;
  }

  /** Says whether it found anything; rows are gone only once the broker has all of them. */
  boolean drain(Short[] shards) throws SQLException, InterruptedException {
    var taken = 0;
    @Nullable Batch inFlight = null;
    @Nullable Future<List<Row>> next = null;
    do {
      var batch = next == null ? rows.take(shards) : require(next);
      taken += batch.size();
      var isMore = batch.size() == UnsentRows.BATCH && taken < LONGEST_RUN;
      next = isMore ? ahead.submit(() -> rows.take(shards)) : null;
      if (inFlight != null) {
        sender.await(inFlight);
      }
      inFlight = sender.send(batch);
    } while (next != null);
    sender.await(inFlight);
    rows.commit();
    return taken > 0;
  }

  private static List<Row> require(Future<List<Row>> fetched)
      throws SQLException, InterruptedException {
    try {
      return fetched.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof SQLException fault
          ? fault
          : new SQLException("the next rows were not fetched", failure.getCause());
    }
  }
}
