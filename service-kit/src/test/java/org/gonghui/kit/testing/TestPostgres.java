package org.gonghui.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.gonghui.local.server.PostgresServer;

/** The real PostgreSQL of this JVM, started on first use. */
public final class TestPostgres {
  public static final String PASSWORD = "test";

  // Test classes are loaded by several class loaders; what all of them see is a system property.
  private static final String PORT = "gonghui.test.postgres.port";

  private TestPostgres() {}

  /** Makes a database of its own, with an owner role and an application role. */
  public static Database freshDatabase() {
    var name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    var database = new Database(url(name), name + "_owner", name);
    try (var connection = admin();
        var statement = connection.createStatement()) {
      statement.execute("create role %s_owner login password '%s'".formatted(name, PASSWORD));
      statement.execute("create role %s login password '%s'".formatted(name, PASSWORD));
      statement.execute("create database %s owner %s_owner".formatted(name, name));
      return database;
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** A connection of the super-user, for tests that end other sessions. */
  public static Connection admin() throws SQLException {
    return admin("postgres");
  }

  /** A connection of the super-user to one database, for tests that tamper with it. */
  public static Connection admin(String database) throws SQLException {
    return DriverManager.getConnection(url(database), PostgresServer.ADMIN, PASSWORD);
  }

  private static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
  }

  private static int port() {
    synchronized (PORT.intern()) {
      var port = System.getProperty(PORT);
      return port == null ? start() : Integer.parseInt(port);
    }
  }

  private static int start() {
    try {
      var server = PostgresServer.start(Files.createTempDirectory("gonghui-postgres"), 0);
      System.setProperty(PORT, String.valueOf(server.port()));
      return server.port();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Where a test's rows live, and who may touch them. */
  public record Database(String url, String ownerRole, String applicationRole) {
    /** Makes the tables of the kit, for tests that need no Quarkus. */
    public Database migrated() {
      Flyway.configure()
          .dataSource(url, ownerRole, PASSWORD)
          .locations("db/kit")
          .placeholders(Map.of("application-role", applicationRole))
          .load()
          .migrate();
      return this;
    }

    /** A connection of its own, as the application. */
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url, applicationRole, PASSWORD);
    }

    /** A connection that may make tables. */
    public Connection connectAsOwner() throws SQLException {
      return DriverManager.getConnection(url, ownerRole, PASSWORD);
    }
  }
}
