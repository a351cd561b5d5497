package org.gonghui.kit.outbox.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Where a relay reads and writes. The database is reached directly, past any pooler: locks and
 * notifications belong to the session.
 */
public record RelaySettings(
    String url, String user, String password, String bootstrapServers, Duration poll) {

  Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "gonghui-relay");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String toString() {
    return "%s to %s".formatted(url, bootstrapServers);
  }
}
