package org.gonghui.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.gonghui.local.process.PidFile;
import org.gonghui.local.process.ServerFailure;
import org.gonghui.local.server.Database.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  @TempDir Path folder;

  @Test
  void rows_survive_a_stop_and_a_start_on_another_port() throws SQLException {
    try (var server = PostgresServer.start(folder, 0)) {
      run(server, "create table kept (amount numeric(14,2)); insert into kept values (1938.00)");
    }

    try (var server = PostgresServer.start(folder, 0)) {
      assertThat(ask(server, "select amount from kept")).isEqualTo("1938.00");
      assertThat(ask(server, "show server_version")).startsWith("18.");
    }
  }

  @Test
  void the_extensions_that_services_use_can_be_made_by_a_database_owner() throws SQLException {
    try (var server = PostgresServer.start(folder, 0)) {
      aDatabase("owner-secret").ensure(server.jdbcUrl("postgres"), "postgres", "postgres");

      try (var owner =
              DriverManager.getConnection(server.jdbcUrl("aid"), "aid_owner", "owner-secret");
          var statement = owner.createStatement()) {
        statement.execute("create extension btree_gist; create extension pg_trgm");
        statement.execute("create table lead (id uuid primary key)");
      }
    }
  }

  @Test
  void passwords_are_checked_and_brought_up_to_date_when_a_database_is_ensured_again()
      throws SQLException {
    var settings = new PostgresServer.Settings(folder, Ports.free(), "secret", true, Map.of());
    try (var server = PostgresServer.start(settings, Artifacts.fromMaven())) {
      aDatabase("first").ensure(server.jdbcUrl("postgres"), "postgres", "secret");
      aDatabase("second").ensure(server.jdbcUrl("postgres"), "postgres", "secret");

      DriverManager.getConnection(server.jdbcUrl("aid"), "aid_owner", "second").close();
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl("aid"), "aid_owner", "first"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void a_taken_port_is_told_in_one_sentence_and_leaves_no_process() {
    try (var server = PostgresServer.start(folder.resolve("first"), 0)) {
      var second = folder.resolve("second");

      assertThatThrownBy(() -> PostgresServer.start(second, server.port()))
          .isInstanceOf(ServerFailure.class)
          .hasMessage(
              "Port %d, which PostgreSQL needs, is taken by another program; choose other ports with --port-base.",
              server.port());
      assertThat(new PidFile(second.resolve("server.pid")).process()).isEmpty();
    }
  }

  private static Database aDatabase(String ownerPassword) {
    return new Database("aid", new Role("aid_owner", ownerPassword), new Role("aid", "app-secret"));
  }

  private static void run(PostgresServer server, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(PostgresServer server, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
