package org.gonghui.acceptance.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.gonghui.acceptance.measure.Latencies;
import org.postgresql.PGConnection;

/** COPY of a year's enrolments into an empty table with all indexes of the real one. */
final class RawCopy {
  private final Connection database;

  RawCopy(Connection database) {
    this.database = database;
  }

  double seconds(int year) {
    try (database;
        var statement = database.createStatement()) {
      var copy = database.unwrap(PGConnection.class).getCopyAPI();
      var rows = new ByteArrayOutputStream();
      copy.copyOut(
          "copy (select * from enrolment where plan_year = %d) to stdout (format binary)"
              .formatted(year),
          rows);
      statement.execute("drop table if exists bench_enrolment");
      statement.execute("create table bench_enrolment (like enrolment including all)");
      var start = System.nanoTime();
      copy.copyIn(
          "copy bench_enrolment from stdin (format binary)",
          new ByteArrayInputStream(rows.toByteArray()));
      var seconds = Latencies.since(start).toMillis() / 1e3;
      statement.execute("drop table bench_enrolment");
      return seconds;
    } catch (SQLException | IOException cause) {
      throw new IllegalStateException("COPY failed", cause);
    }
  }
}
