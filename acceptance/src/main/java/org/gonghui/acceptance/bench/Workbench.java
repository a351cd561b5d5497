package org.gonghui.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.gonghui.acceptance.platform.Gateway;
import org.gonghui.acceptance.platform.Place;

/** What a benchmark works with: the door, the database beside it and how much to measure. */
public record Workbench(
    Gateway gateway, Map<String, String> environment, int rows, int seconds, String runId) {
  private static final int MUTUAL_INSURANCE = 1;

  public Place place() {
    return gateway.place();
  }

  public Path launcher() {
    return place().state().toAbsolutePath().resolveSibling("gonghui");
  }

  /** The service itself, past the gateway. */
  public String mutualInsurance() {
    return "http://127.0.0.1:" + place().port(MUTUAL_INSURANCE);
  }

  /** The administrator's connection to a service's database. */
  public Connection database(String name) {
    var url =
        environment
            .getOrDefault("GONGHUI_POSTGRES_URL", "")
            .replaceFirst("^(jdbc:postgresql://[^/?]+)(/[^?]*)?", "$1/" + name);
    try {
      return DriverManager.getConnection(
          url,
          environment.get("GONGHUI_POSTGRES_USER"),
          environment.get("GONGHUI_POSTGRES_PASSWORD"));
    } catch (SQLException cause) {
      throw new IllegalStateException("No way into the database " + name, cause);
    }
  }

  public String kafka() {
    return environment.getOrDefault("GONGHUI_KAFKA_BOOTSTRAP_SERVERS", "localhost:9192");
  }

  public JsonNode secrets() {
    try {
      return new ObjectMapper()
          .readTree(place().state().resolve("secrets/environment.json").toFile());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  public Path folder() {
    return place().state().resolve("bench");
  }
}
