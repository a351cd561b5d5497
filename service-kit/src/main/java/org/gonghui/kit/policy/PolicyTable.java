package org.gonghui.kit.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The table of policy versions. */
@Singleton
class PolicyTable {
  private static final String LIST = "select * from policy_version where code = ? order by no desc";

  private final DataSource database;
  private final ObjectMapper json;

  PolicyTable(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  List<PolicyVersion> list(String code) {
    return with(
        LIST,
        select -> {
          select.setString(1, code);
          return versionsIn(select);
        });
  }

  List<PolicyVersion> listAll() {
    return with("select * from policy_version order by code, no desc", this::versionsIn);
  }

  /** Lets one transaction at a time record versions of a rule. */
  List<PolicyVersion> lock(String code) {
    with(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        lock -> {
          lock.setString(1, "policy " + code);
          return lock.execute();
        });
    return list(code);
  }

  void endOpen(String code, LocalDate day) {
    with(
        "update policy_version set valid_to = ? where code = ? and valid_to is null",
        update -> {
          update.setObject(1, day);
          update.setString(2, code);
          return update.executeUpdate();
        });
  }

  void insert(PolicyVersion version, Instant now, String by) {
    with(
        "insert into policy_version values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)",
        insert -> {
          insert.setString(1, version.code());
          insert.setInt(2, version.no());
          insert.setObject(3, version.validFrom());
          insert.setObject(4, version.validTo());
          insert.setString(5, version.source());
          insert.setString(6, version.values().toString());
          insert.setObject(7, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
          insert.setString(8, by);
          return insert.executeUpdate();
        });
  }

  private List<PolicyVersion> versionsIn(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var versions = new ArrayList<PolicyVersion>();
      while (rows.next()) {
        versions.add(version(rows));
      }
      return versions;
    }
  }

  private PolicyVersion version(ResultSet row) throws SQLException {
    try {
      return new PolicyVersion(
          row.getString("code"),
          row.getInt("no"),
          row.getObject("valid_from", LocalDate.class),
          row.getObject("valid_to", LocalDate.class),
          row.getString("source"),
          json.readTree(row.getString("content")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T with(String sql, Use<T> use) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      return use.of(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("the policies cannot be reached", e);
    }
  }

  /** What is done with a statement. */
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }
}
