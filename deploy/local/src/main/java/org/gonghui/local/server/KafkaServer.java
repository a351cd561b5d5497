package org.gonghui.local.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gonghui.local.process.Commands;
import org.gonghui.local.process.ServerFailure;
import org.gonghui.local.process.ServerProcess;

/** A Kafka broker of our own, its own controller, on the loopback address. */
public final class KafkaServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(180);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final String CLUSTER = "Z29uZ2h1aS1sb2NhbC0wMQ";

  private final Settings settings;
  private final ServerProcess process;

  private KafkaServer(Settings settings, ServerProcess process) {
    this.settings = settings;
    this.process = process;
  }

  /** For tests: ends with this JVM. */
  public static KafkaServer start(Path directory, int port) {
    var settings = new Settings(directory, Ports.orFree(port), Ports.free(), 256);
    var server = start(settings, Artifacts.fromMaven());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** Starts the broker, on data of an earlier run if there are any; it outlives this JVM. */
  public static KafkaServer start(Settings settings, Artifacts artifacts) {
    Ports.requireFree("Kafka", settings.port());
    Ports.requireFree("Kafka's controller", settings.controllerPort());
    var classPath = classPath(artifacts);
    try {
      Files.createDirectories(settings.directory());
      Files.writeString(settings.file(), settings.properties());
      if (Files.notExists(settings.data().resolve("meta.properties"))) {
        format(classPath, settings);
      }
    } catch (IOException cause) {
      throw new ServerFailure("Kafka's data folder cannot be made: " + cause.getMessage(), cause);
    }
    var server = new KafkaServer(settings, ServerProcess.start(launch(classPath, settings)));
    server.process.awaitReady(START_LIMIT, settings::answers);
    return server;
  }

  public ServerProcess process() {
    return process;
  }

  public int port() {
    return settings.port();
  }

  public String bootstrapServers() {
    return "localhost:" + settings.port();
  }

  @Override
  public void close() {
    if (!process.stop(STOP_LIMIT)) {
      process.kill();
    }
  }

  private static void format(String classPath, Settings settings) throws IOException {
    Archive.delete(settings.data());
    var command = java(classPath, 96);
    command.addAll(List.of("kafka.tools.StorageTool", "format", "--standalone"));
    command.addAll(List.of("-t", CLUSTER, "-c", settings.file().toString()));
    Commands.run("Kafka's storage tool", command);
  }

  private static ServerProcess.Launch launch(String classPath, Settings settings) {
    var command = java(classPath, settings.heapMegabytes());
    command.add("kafka.Kafka");
    command.add(settings.file().toString());
    return new ServerProcess.Launch("Kafka", settings.directory(), command, Map.of(), "TERM");
  }

  private static List<String> java(String classPath, int heapMegabytes) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-Xmx%dm".formatted(heapMegabytes)));
    command.add("-XX:+UseSerialGC");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    command.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    command.add("-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info");
    command.addAll(List.of("-cp", classPath));
    return command;
  }

  private static String classPath(Artifacts artifacts) {
    var version = Artifacts.version("kafka");
    var logging = Artifacts.version("kafka-logging");
    return artifacts
        .classPath("org.apache.kafka:kafka_2.13:" + version, "org.slf4j:slf4j-simple:" + logging)
        .stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Where the broker keeps its log and listens. */
  public record Settings(Path directory, int port, int controllerPort, int heapMegabytes) {
    public Settings {
      directory = directory.toAbsolutePath();
    }

    Path data() {
      return directory.resolve("data");
    }

    Path file() {
      return directory.resolve("server.properties");
    }

    boolean answers() {
      try {
        return Ports.isListening(port)
            && Files.readString(directory.resolve("server.log")).contains("Kafka Server started");
      } catch (IOException _) {
        return false;
      }
    }

    /** One node: every internal topic has one copy, and a first consumer waits for no second. */
    String properties() {
      return """
      process.roles=broker,controller
      node.id=1
      listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
      advertised.listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      controller.listener.names=CONTROLLER
      controller.quorum.bootstrap.servers=localhost:%2$d
      inter.broker.listener.name=PLAINTEXT
      log.dirs=%3$s
      num.partitions=4
      offsets.topic.num.partitions=4
      offsets.topic.replication.factor=1
      transaction.state.log.num.partitions=4
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      group.initial.rebalance.delay.ms=0
      log.retention.hours=168
      """
          .formatted(port, controllerPort, data());
    }
  }
}
