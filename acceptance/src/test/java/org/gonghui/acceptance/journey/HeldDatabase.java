package org.gonghui.acceptance.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.gonghui.acceptance.platform.Gateway;

/**
 * The platform's database under an administrator's hand: it can hold back the news of a commit that
 * is already safe on disk, by waiting for a stand-by that never comes.
 */
final class HeldDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Connection admin;

  private HeldDatabase(Connection admin) {
    this.admin = admin;
  }

  static HeldDatabase of(RunningPlatform platform, String name) {
    try {
      var url = platform.url("postgres").replaceFirst("/[^/]*$", "/" + name);
      var secrets = platform.gateway().place().state().resolve("secrets/environment.json");
      var password =
          new ObjectMapper().readTree(secrets.toFile()).path("POSTGRES_ADMIN_PASSWORD").asText();
      return new HeldDatabase(DriverManager.getConnection(url, "postgres", password));
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** From now on who commits is not told so. */
  void holdAnswers() {
    run("alter system set synchronous_standby_names = 'nobody'");
    run("select pg_reload_conf()");
  }

  /** Waits until a transaction that wrote to a table is committed and its client does not know. */
  void awaitHeldCommit(String table) {
    await(
        """
        select count(*) from pg_stat_activity a join pg_locks l on l.pid = a.pid
        where a.wait_event = 'SyncRep' and l.mode = 'RowExclusiveLock'
          and l.relation = '%s'::regclass
        """
            .formatted(table));
  }

  void releaseAnswers() {
    run("alter system reset synchronous_standby_names");
    run("select pg_reload_conf()");
  }

  private long number(String sql) {
    try (var statement = admin.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException cause) {
      throw new IllegalStateException(sql, cause);
    }
  }

  private void await(String count) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (number(count) == 0) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("never came: " + count);
      }
      Gateway.pause(Duration.ofMillis(20));
    }
  }

  private void run(String sql) {
    try (var statement = admin.createStatement()) {
      statement.execute(sql);
    } catch (SQLException cause) {
      throw new IllegalStateException(sql, cause);
    }
  }

  @Override
  public void close() {
    try {
      if (!admin.isClosed()) {
        releaseAnswers();
        admin.close();
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
