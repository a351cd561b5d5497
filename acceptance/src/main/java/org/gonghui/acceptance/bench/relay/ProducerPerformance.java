package org.gonghui.acceptance.bench.relay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gonghui.acceptance.measure.Program;

/** Kafka's own kafka-producer-perf-test, sending as safely and in the same way as the relay. */
final class ProducerPerformance {
  static final List<String> SETTINGS =
      List.of(
          "acks=all",
          "enable.idempotence=true",
          "max.in.flight.requests.per.connection=1",
          "compression.type=none",
          "linger.ms=1",
          "batch.size=131072",
          "buffer.memory=33554432");
  private static final Pattern TOTAL =
      Pattern.compile("(\\d+) records sent, ([0-9.]+) records/sec .*99.9th");
  private final String bootstrapServers;
  private final String topic;

  ProducerPerformance(String bootstrapServers, String topic) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
  }

  double perSecond(int records, int bytes) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add("org.apache.kafka.tools.ProducerPerformance");
    command.addAll(List.of("--topic", topic, "--num-records", "" + records));
    command.addAll(List.of("--record-size", "" + bytes, "--throughput", "-1"));
    command.add("--producer-props");
    command.add("bootstrap.servers=" + bootstrapServers);
    command.addAll(SETTINGS);
    return total(Program.require(command.toArray(String[]::new)));
  }

  /** The last line is of the whole run; it alone tells the rarest latency. */
  static double total(String text) {
    var line = TOTAL.matcher(text);
    if (!line.find()) {
      throw new IllegalStateException("kafka-producer-perf-test said: " + text);
    }
    return Double.parseDouble(line.group(2));
  }
}
