package org.gonghui.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gonghui.local.platform.PortPlan;
import org.gonghui.local.process.PidFile;
import org.gonghui.local.server.Ports;
import org.gonghui.local.server.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a program of its own, with PostgreSQL and Kafka, and Keycloak elsewhere. */
class LauncherFaultTest {
  @TempDir Path checkout;

  PortPlan ports;
  Map<String, String> environment;

  @BeforeEach
  void aCheckoutWithoutServices() throws IOException {
    Files.writeString(checkout.resolve("pom.xml"), "<modules></modules>");
    ports = freePlan();
    environment = new HashMap<>(Map.of("GONGHUI_OIDC_ISSUER", "http://localhost/realms/gonghui"));
  }

  @AfterEach
  void stop() throws Exception {
    assertThat(gonghui("down", "--force").exitCode()).isZero();
    assertThat(pid("postgres")).isEmpty();
    assertThat(pid("kafka")).isEmpty();
  }

  @Test
  void the_next_up_adopts_what_a_killed_launcher_left_and_down_stops_it() throws Exception {
    var killed = launch("up", "--port-base", String.valueOf(ports.base()));
    var postgres = await(() -> pid("postgres"));
    killed.destroyForcibly().waitFor();

    var next = gonghui("up", "--port-base", String.valueOf(ports.base()));

    assertThat(next.exitCode()).as(next.output()).isZero();
    assertThat(pid("postgres")).contains(postgres);
    assertThat(status().findValuesAsText("state")).containsExactly("healthy", "healthy");
    assertThat(status().path(0).fieldNames())
        .toIterable()
        .containsExactly("name", "state", "pid", "url", "residentMiB", "uptimeSeconds");
    assertThat(status().findValuesAsText("residentMiB")).allMatch(each -> !each.equals("0"));
  }

  @Test
  void an_interrupted_up_stops_what_it_has_started() throws Exception {
    var up = launch("up", "--port-base", String.valueOf(ports.base()));
    var _ = await(() -> pid("postgres"));
    up.destroy();

    assertThat(up.waitFor()).isNotZero();
    assertThat(pid("postgres")).isEmpty();
    assertThat(pid("kafka")).isEmpty();
  }

  @Test
  void a_taken_port_is_told_and_what_this_run_started_is_stopped() throws Exception {
    try (var _ = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
      var up = gonghui("up", "--port-base", String.valueOf(ports.base()));

      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.output())
          .contains(
              "Port %d, which Kafka needs, is taken by another program".formatted(ports.kafka()));
    }
    assertThat(pid("postgres")).isEmpty();
    assertThat(Ports.isListening(ports.postgres())).isFalse();
  }

  @Test
  void a_child_that_dies_early_leaves_no_orphan_and_its_last_words_are_shown() throws Exception {
    Files.createDirectories(checkout.resolve(".gonghui/kafka/data"));
    Files.writeString(checkout.resolve(".gonghui/kafka/data/meta.properties"), "cluster.id=?");

    var up = gonghui("up", "--port-base", String.valueOf(ports.base()));

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.output()).contains("Kafka stopped right after its start").contains("server.log");
    assertThat(pid("postgres")).isEmpty();
    assertThat(pid("kafka")).isEmpty();
  }

  @Test
  void servers_that_the_environment_names_are_used_instead_of_ours() throws Exception {
    try (var postgres = PostgresServer.start(checkout.resolve("elsewhere"), 0)) {
      environment.put("GONGHUI_POSTGRES_URL", postgres.jdbcUrl("postgres"));
      environment.put("GONGHUI_KAFKA_BOOTSTRAP_SERVERS", "kafka.example.org:9092");

      var up = gonghui("up", "--port-base", String.valueOf(ports.base()));

      assertThat(up.exitCode()).as(up.output()).isZero();
      assertThat(status().isEmpty()).isTrue();
      DriverManager.getConnection(postgres.jdbcUrl("mutual_insurance"), "mutual_insurance", "any")
          .close();
    }
  }

  private JsonNode status() throws Exception {
    return new ObjectMapper().readTree(gonghui("status", "--json").output());
  }

  private Optional<Long> pid(String component) {
    var file = new PidFile(checkout.resolve(".gonghui").resolve(component).resolve("server.pid"));
    return file.process().map(ProcessHandle::pid);
  }

  private Said gonghui(String... arguments) throws Exception {
    var process = launch(arguments);
    var output = new String(process.getInputStream().readAllBytes());
    return new Said(output, process.waitFor());
  }

  private Process launch(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-Dgonghui.home=" + checkout));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Gonghui.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static long await(Supplier<Optional<Long>> pid) throws Exception {
    var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < deadline) {
      var found = pid.get();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the server did not start within 60 s");
  }

  private static PortPlan freePlan() {
    for (var base = 30080; base < 60000; base += 97) {
      var plan = new PortPlan(base);
      if (List.of(plan.postgres(), plan.kafka(), plan.kafkaController()).stream()
          .noneMatch(Ports::isListening)) {
        return plan;
      }
    }
    throw new AssertionError("no free ports");
  }

  private record Said(String output, int exitCode) {}
}
