package org.gonghui.kit.outbox.relay;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * Where a relay reads and writes. The database is reached directly, past any pooler: locks and
 * notifications belong to the session.
 */
public record RelaySettings(
    String url, String user, String password, Map<String, Object> broker, Duration poll) {
  public RelaySettings {
    broker = Map.copyOf(broker);
  }

  /** A broker that needs no more than its address. */
  public RelaySettings(
      String url, String user, String password, String bootstrapServers, Duration poll) {
    this(url, user, password, Map.of(BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), poll);
  }

  public String bootstrapServers() {
    return String.valueOf(broker.get(BOOTSTRAP_SERVERS_CONFIG));
  }

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
    return "%s to %s".formatted(url, bootstrapServers());
  }
}
