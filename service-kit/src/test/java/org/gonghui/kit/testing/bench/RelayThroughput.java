package org.gonghui.kit.testing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.UUID;
import org.gonghui.kit.outbox.Message;
import org.gonghui.kit.outbox.OutboxBell;
import org.gonghui.kit.outbox.OutboxTable;
import org.gonghui.kit.outbox.relay.Relay;
import org.gonghui.kit.outbox.relay.RelaySettings;

/**
 * How fast the relay empties a full outbox, for the bench. Run it with the libraries of a packaged
 * service and this test-jar on the class path:
 *
 * <pre>
 * java -cp 'mutual-insurance-service/target/quarkus-app/lib/main/*:service-kit/target/*-tests.jar' \
 *   org.gonghui.kit.testing.bench.RelayThroughput ADMIN_JDBC_URL USER PASSWORD BOOTSTRAP EVENTS BYTES
 * </pre>
 *
 * It makes a database of its own and drops it, and prints one line of JSON: {@code events}, {@code
 * recordBytes} (key, headers and data of one event; give kafka-producer-perf-test the same {@code
 * --record-size}), {@code eventsPerSecond}, {@code publishedPerSecondWhileWriting}, and {@code
 * idleP50Millis} and {@code idleP99Millis} from a commit until a consumer has the event.
 */
public final class RelayThroughput {
  private static final int PORTION = 1000;
  private static final int AGGREGATES = 1000;

  private final String url;
  private final String user;
  private final String password;
  private final String bootstrap;
  private final String data;
  private final String topic = "gonghui.bench.r" + UUID.randomUUID().toString().substring(0, 8);

  private RelayThroughput(String url, String user, String password, String bootstrap, int bytes) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.bootstrap = bootstrap;
    data = "{\"text\":\"" + "x".repeat(bytes) + "\"}";
  }

  static void main(String[] arguments) throws Exception {
    var admin = arguments[0];
    var name = "relay_bench_" + UUID.randomUUID().toString().substring(0, 8);
    var server = admin.substring(0, admin.lastIndexOf('/') + 1);
    execute(admin, arguments[1], arguments[2], "create database " + name);
    try {
      var bench =
          new RelayThroughput(
              server + name,
              arguments[1],
              arguments[2],
              arguments[3],
              Integer.parseInt(arguments[5]));
      System.out.println(bench.measure(Integer.parseInt(arguments[4])));
    } finally {
      execute(admin, arguments[1], arguments[2], "drop database " + name + " with (force)");
    }
  }

  private String measure(int events) throws Exception {
    execute(url, user, password, script());
    var settings = new RelaySettings(url, user, password, bootstrap, Duration.ofMillis(200));
    var bell = new OutboxBell();
    try (var relay = new Relay(settings, bell)) {
      write(PORTION, new OutboxBell());
      relay.start();
      awaitEmpty();
    }
    write(events, new OutboxBell());
    var start = System.nanoTime();
    try (var relay = new Relay(settings, bell)) {
      relay.start();
      awaitEmpty();
      var drained = System.nanoTime() - start;
      start = System.nanoTime();
      write(events, bell);
      awaitEmpty();
      var beside = System.nanoTime() - start;
      var delays = new IdleLatency(settings, bell, topic + ".idle").measure();
      return """
          {"events":%d,"recordBytes":%d,"eventsPerSecond":%d,"publishedPerSecondWhileWriting":%d,\
          "idleP50Millis":%.2f,"idleP99Millis":%.2f}"""
          .formatted(
              events,
              recordBytes(),
              perSecond(events, drained),
              perSecond(events, beside),
              delays.get(delays.size() / 2) / 1e6,
              delays.get(delays.size() * 99 / 100) / 1e6);
    }
  }

  private static long perSecond(int events, long nanos) {
    return Math.round(events * 1e9 / nanos);
  }

  private void write(int events, OutboxBell bell) throws SQLException {
    try (var connection = DriverManager.getConnection(url, user, password)) {
      for (var written = 0; written < events; written += PORTION) {
        var portion = new ArrayList<Message>(PORTION);
        for (var i = written; i < Math.min(events, written + PORTION); i++) {
          portion.add(message(i));
        }
        OutboxTable.insert(connection, portion);
        bell.ring();
      }
    }
  }

  private Message message(int number) {
    var key = new UUID(7, number % AGGREGATES).toString();
    var headers = new TreeMap<String, String>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", new UUID(8, number).toString());
    headers.put("ce_source", "/gonghui/bench");
    headers.put("ce_type", "org.gonghui.bench.relay.published.v1");
    headers.put("ce_subject", key);
    headers.put("ce_time", "2017-06-01T04:00:00Z");
    headers.put("ce_dataschema", "urn:gonghui:event:bench.relay.published.v1");
    headers.put("content-type", "application/json");
    return new Message(topic, key, headers, data);
  }

  private int recordBytes() {
    var message = message(0);
    var headers =
        message.headers().entrySet().stream()
            .mapToInt(it -> it.getKey().length() + it.getValue().length())
            .sum();
    return message.key().length() + headers + message.payload().length();
  }

  private void awaitEmpty() throws SQLException, InterruptedException {
    try (var connection = DriverManager.getConnection(url, user, password)) {
      while (isFull(connection)) {
        Thread.sleep(10);
      }
    }
  }

  private static boolean isFull(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement("select exists (select 1 from outbox)");
        var answer = query.executeQuery()) {
      answer.next();
      return answer.getBoolean(1);
    }
  }

  private static String script() throws IOException {
    try (var file = RelayThroughput.class.getResourceAsStream("/db/kit/V0_2__outbox.sql")) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  private static void execute(String url, String user, String password, String sql)
      throws SQLException {
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
