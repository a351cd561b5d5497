package org.gonghui.kit.inbox;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.kit.job.RecurringWork;

/** Forgets which events were taken once no broker can send them again. */
@Singleton
class InboxRetention implements RecurringWork {
  private final DataSource database;
  private final Duration kept;

  InboxRetention(
      DataSource database, @ConfigProperty(name = "gonghui.inbox.kept-days") int keptDays) {
    this.database = database;
    kept = Duration.ofDays(keptDays);
  }

  @Override
  public String name() {
    return "inbox-retention";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(6);
  }

  @Override
  public void run(Instant now) {
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement("delete from inbox where taken_at < ?")) {
      delete.setObject(1, now.minus(kept).atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    } catch (SQLException cause) {
      throw new IllegalStateException("the inbox cannot be cleared", cause);
    }
  }
}
