package org.gonghui.insurance.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Statements on the connection of the running transaction. */
@ApplicationScoped
public class Sql {
  private static final int FETCH = 1_000;

  private final DataSource dataSource;

  Sql(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public <T> List<T> list(String sql, Function<Row, T> read, @Nullable Object... arguments) {
    return run(
        connection -> {
          try (var statement = prepare(connection, sql, arguments);
              var results = statement.executeQuery()) {
            var row = new Row(results);
            var found = new ArrayList<T>();
            while (results.next()) {
              found.add(read.apply(row));
            }
            return found;
          }
        });
  }

  public <T> Optional<T> find(String sql, Function<Row, T> read, @Nullable Object... arguments) {
    return list(sql, read, arguments).stream().findFirst();
  }

  /** Reads row by row without keeping any; the way for results of any length. */
  public void each(String sql, Consumer<Row> read, @Nullable Object... arguments) {
    run(
        connection -> {
          try (var statement = prepare(connection, sql, arguments)) {
            statement.setFetchSize(FETCH);
            return read(statement, read);
          }
        });
  }

  private static Row read(PreparedStatement statement, Consumer<Row> read) throws SQLException {
    try (var results = statement.executeQuery()) {
      var row = new Row(results);
      while (results.next()) {
        read.accept(row);
      }
      return row;
    }
  }

  /** The rows touched. */
  @com.google.errorprone.annotations.CanIgnoreReturnValue
  public int update(String sql, @Nullable Object... arguments) {
    return run(
        connection -> {
          try (var statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
          }
        });
  }

  /** One statement for many rows. */
  public void updateAll(String sql, List<@Nullable Object[]> rows) {
    run(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
              bind(statement, row);
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  /** Streams text into {@code COPY ... FROM STDIN}; the rows copied. */
  public long copy(String sql, Reader rows) {
    return run(
        connection -> {
          try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private <T> T run(Work<T> work) {
    try (var connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    var statement = connection.prepareStatement(sql);
    bind(statement, arguments);
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... arguments)
      throws SQLException {
    for (var i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, columnValue(statement, arguments[i]));
    }
  }

  private static @Nullable Object columnValue(
      PreparedStatement statement, @Nullable Object argument) throws SQLException {
    return switch (argument) {
      case Money money -> money.amount();
      case PersonKey key -> key.value();
      case CreditCode code -> code.value();
      case Enum<?> choice -> choice.name();
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case String[] texts -> statement.getConnection().createArrayOf("text", texts);
      case null, default -> argument;
    };
  }

  /** What is done with a connection. */
  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
