package org.gonghui.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.gonghui.acceptance.platform.Gateway;

/** Reads a service's own metrics for the highest heap that it used. */
public final class HeapWatch implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(250);
  private static final double MEBIBYTE = 1024 * 1024;
  private final Thread watcher;
  private volatile double highest;
  private volatile boolean stopped;

  private HeapWatch(String service) {
    watcher = Thread.ofVirtual().start(() -> watch(service));
  }

  public static HeapWatch of(String service) {
    return new HeapWatch(service);
  }

  public double highestMiB() {
    return highest / MEBIBYTE;
  }

  @Override
  public void close() {
    stopped = true;
    watcher.interrupt();
  }

  private void watch(String service) {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(service + "/q/metrics")).build();
      while (!stopped) {
        var text = http.send(request, BodyHandlers.ofString()).body();
        highest = Math.max(highest, usedHeap(text));
        Gateway.pause(EVERY);
      }
    } catch (IOException | InterruptedException | IllegalStateException _) {
      // The watch ends with the benchmark.
    }
  }

  public static double usedHeap(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
