package org.gonghui.acceptance.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.platform.Place;

/** What an administrator does by hand in aid's database when something has to be mended. */
record AidDatabase(Place place) {
  private static final int POSTGRES_BELOW_GATEWAY = -2_548;
  private static final String STARTER =
      """
      {"kind":"USER","subject":"s","name":"ops.city","roles":[],"area":"3306","providers":[],
       "requestId":"r"}
      """;

  static AidDatabase of(RunningPlatform platform) {
    return new AidDatabase(platform.gateway().place());
  }

  /** The event as its publisher should have written it. */
  void mend(String event, String payload) {
    update(
        "update dead_letter set payload = ? where event_id = ?::uuid and replayed_at is null",
        payload,
        event);
  }

  /** A job that waits and that nobody takes up, so that it is still there when it is cancelled. */
  void queue(String kind, int done, int total) {
    update(
        """
        insert into job (id, kind, business_key, area, started_by, parameters, done, total,
          created_at)
        values (gen_random_uuid(), ?, ?, '3306', ?, '{}', %d, %d, now())
        """
            .formatted(done, total),
        kind,
        kind,
        STARTER);
  }

  private void update(String sql, String... values) {
    var url = "jdbc:postgresql://localhost:%d/aid".formatted(place.port(POSTGRES_BELOW_GATEWAY));
    try (var connection = DriverManager.getConnection(url, "aid", password());
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("nothing to change: " + sql);
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private String password() {
    try {
      var secrets = place.state().resolve("secrets/environment.json").toFile();
      return new ObjectMapper().readTree(secrets).path("POSTGRES_PASSWORD_AID").asText();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
