package org.gonghui.local.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.gonghui.local.process.ServerFailure;

/** One service's database: an owner who migrates it and, apart from that, a role that uses it. */
public record Database(String name, Role owner, Role application) {

  /** A database that belongs to a program of somebody else's, which knows only one role. */
  public static Database withOneRole(String name, String password) {
    var role = new Role(name, password);
    return new Database(name, role, role);
  }

  /** Makes database and roles, or brings their passwords up to date; safe to repeat. */
  public void ensure(String adminUrl, String adminUser, String adminPassword) {
    try (var connection = DriverManager.getConnection(adminUrl, adminUser, adminPassword)) {
      ensureRole(connection, owner);
      ensureRole(connection, application);
      if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
        // PostgreSQL 16 and later: an admin who is no super-user must be a member of the owner.
        execute(connection, "grant %s to current_user", owner.name());
        execute(connection, "create database %s owner %s", name, owner.name());
      }
      execute(connection, "revoke connect, temporary on database %s from public", name);
      execute(connection, "grant connect, temporary on database %s to %s", name, owner.name());
      execute(connection, "grant connect on database %s to %s", name, application.name());
    } catch (SQLException cause) {
      throw new ServerFailure(
          "Database %s cannot be made: %s".formatted(name, cause.getMessage()), cause);
    }
  }

  private static void ensureRole(Connection connection, Role role) throws SQLException {
    var verb =
        exists(connection, "select 1 from pg_roles where rolname = ?", role.name())
            ? "alter"
            : "create";
    execute(connection, verb + " role %s login password '%s'", role.name(), role.password());
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql, Object... names)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql.formatted(names));
    }
  }

  /** A login; its name and password are written into SQL, so they hold nothing to escape. */
  public record Role(String name, String password) {
    public Role {
      if (!name.matches("[a-z_]+") || !password.matches("[A-Za-z0-9_-]+")) {
        throw new IllegalArgumentException("a role is plain letters, digits, - and _");
      }
    }
  }
}
