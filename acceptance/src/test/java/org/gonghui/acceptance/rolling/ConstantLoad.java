package org.gonghui.acceptance.rolling;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.gonghui.acceptance.platform.Gateway;
import org.gonghui.acceptance.platform.Twin;

/**
 * Callers behind a load balancer: it asks each gateway for its readiness five times a second, gives
 * requests to those that are ready and drops its connections to the other; a kept connection is
 * used until an answer says that it is the last; a refused connection sends the request to the
 * other gateway. Nothing else is tried again, so whatever gets no answer, or another than it
 * should, is lost.
 */
final class ConstantLoad implements AutoCloseable {
  private static final Duration BREATH = Duration.ofMillis(25);

  private final List<Twin> gateways;
  private final Map<String, Integer> requests;
  private final Map<Twin, Boolean> ready = new ConcurrentHashMap<>();
  private final Queue<String> lost = new ConcurrentLinkedQueue<>();
  private final AtomicLong answered = new AtomicLong();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  /** Each request with the status that it must be answered with. */
  ConstantLoad(List<Twin> gateways, Map<String, Integer> requests, int callers) {
    this.gateways = gateways;
    this.requests = requests;
    gateways.forEach(gateway -> ready.put(gateway, true));
    for (var gateway : gateways) {
      threads.add(Thread.ofVirtual().start(() -> watch(gateway)));
    }
    for (var i = 0; i < callers; i++) {
      var number = i;
      threads.add(Thread.ofVirtual().start(() -> call(number)));
    }
  }

  Queue<String> lost() {
    return lost;
  }

  long answered() {
    return answered.get();
  }

  /** Waits until so many more were answered. */
  void awaitAnswers(int more) {
    var goal = answered.get() + more;
    while (answered.get() < goal && lost.isEmpty()) {
      Gateway.pause(Duration.ofMillis(50));
    }
  }

  private void watch(Twin gateway) {
    while (!stopped) {
      ready.put(gateway, gateway.isReady());
      Gateway.pause(Duration.ofMillis(200));
    }
  }

  private void call(int number) {
    var lines = new HashMap<Twin, Line>();
    for (var turn = number; !stopped; turn++) {
      for (var request : requests.entrySet()) {
        ask(lines, turn, request.getKey(), request.getValue());
        Gateway.pause(BREATH);
      }
    }
    lines.values().forEach(ConstantLoad::close);
  }

  private void ask(Map<Twin, Line> lines, int turn, String request, int expected) {
    var gateway = gateways.get(turn % gateways.size());
    var other = gateways.get((turn + 1) % gateways.size());
    if (!isReady(gateway)) {
      drop(lines, gateway);
      gateway = other;
    }
    try {
      var line = lines.get(gateway);
      if (line == null) {
        line = open(gateway, other);
        lines.put(gateway, line);
      }
      count(line.ask(request), request, expected);
      if (line.isDone()) {
        drop(lines, gateway);
      }
    } catch (IOException cause) {
      drop(lines, gateway);
      lost.add(cause + " for " + request.lines().findFirst().orElseThrow());
    }
  }

  private boolean isReady(Twin gateway) {
    return Boolean.TRUE.equals(ready.get(gateway));
  }

  private void count(int status, String request, int expected) {
    if (status == expected) {
      answered.incrementAndGet();
    } else {
      lost.add(status + " for " + request.lines().findFirst().orElseThrow());
    }
  }

  private static Line open(Twin gateway, Twin other) throws IOException {
    try {
      return new Line(gateway.port());
    } catch (ConnectException _) {
      return new Line(other.port());
    }
  }

  private static void drop(Map<Twin, Line> lines, Twin gateway) {
    var line = lines.remove(gateway);
    if (line != null) {
      close(line);
    }
  }

  private static void close(Line line) {
    try {
      line.close();
    } catch (IOException _) {
      // It is over anyway.
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopped = true;
    for (var thread : threads) {
      thread.join();
    }
  }
}
