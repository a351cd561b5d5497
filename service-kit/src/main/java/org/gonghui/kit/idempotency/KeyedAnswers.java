package org.gonghui.kit.idempotency;

import static org.gonghui.kit.idempotency.IdempotencyProblems.KEY_REUSED;
import static org.gonghui.kit.idempotency.IdempotencyProblems.STILL_RUNNING;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.kit.problem.Problem;

/** The keys in use and the answers that they got. */
@Singleton
class KeyedAnswers {
  private static final String LOCK_TIMED_OUT = "55P03";

  private final DataSource database;
  private final Clock clock;
  private final Duration keep;

  KeyedAnswers(
      DataSource database,
      Clock clock,
      @ConfigProperty(name = "gonghui.idempotency.keep", defaultValue = "48h") Duration keep) {
    this.database = database;
    this.clock = clock;
    this.keep = keep;
  }

  /** Takes the key for this transaction, or gives the answer that it got before. */
  Optional<Answer> take(Key key, byte[] fingerprint) throws SQLException {
    try (var connection = database.getConnection()) {
      return take(connection, key, fingerprint);
    } catch (SQLException failure) {
      if (LOCK_TIMED_OUT.equals(failure.getSQLState())) {
        throw stillRunning();
      }
      throw failure;
    }
  }

  private Optional<Answer> take(Connection connection, Key key, byte[] fingerprint)
      throws SQLException {
    try (var call =
        connection.prepareStatement("select * from idempotency_take(?, ?, ?, ?, ?, ?)")) {
      var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
      call.setString(1, key.caller());
      call.setString(2, key.route());
      call.setString(3, key.key());
      call.setBytes(4, fingerprint);
      call.setObject(5, now);
      call.setObject(6, now.minus(keep));
      try (var row = call.executeQuery()) {
        return answerIn(row, fingerprint);
      }
    }
  }

  private static Optional<Answer> answerIn(ResultSet row, byte[] fingerprint) throws SQLException {
    if (!row.next()) {
      throw stillRunning();
    }
    if (row.getBoolean("taken")) {
      return Optional.empty();
    }
    if (!Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
      throw KEY_REUSED.because("a key belongs to one request; make a new one for another");
    }
    return Optional.of(
        new Answer(row.getInt("status"), row.getString("headers"), row.getString("body")));
  }

  /** Keeps the answer beside the key, in the same transaction. */
  void keep(Key key, Answer answer) throws SQLException {
    var sql =
        """
        update idempotency set status = ?, headers = ?, body = ?
        where caller = ? and route = ? and key = ?
        """;
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(sql)) {
      update.setInt(1, answer.status());
      update.setString(2, answer.headers());
      update.setString(3, answer.body());
      update.setString(4, key.caller());
      update.setString(5, key.route());
      update.setString(6, key.key());
      update.executeUpdate();
    }
  }

  private static Problem stillRunning() {
    return STILL_RUNNING
        .because("ask again with the same key in a moment")
        .with("retryAfterSeconds", 1);
  }

  /** Whose key, for what. */
  record Key(String caller, String route, String key) {}
}
