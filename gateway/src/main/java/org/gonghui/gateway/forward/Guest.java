package org.gonghui.gateway.forward;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.Http2ServerConnection;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.gateway.limit.Client;

/** One client connection: whose address, what it is doing, and since when it does nothing. */
public final class Guest {
  private static final long LINGER_NANOS = 5_000_000_000L;

  private final HttpConnection connection;
  private final Client peer;
  private final boolean isMultiplexed;
  private final List<Exchange> exchanges = new ArrayList<>(1);
  private long quietSince;
  private long closeAt;
  private boolean turnedAway;
  private boolean askedToLeave;

  public Guest(HttpConnection connection, Client peer, long nowNanos) {
    this.connection = connection;
    this.peer = peer;
    this.isMultiplexed = connection instanceof Http2ServerConnection;
    this.quietSince = nowNanos;
  }

  /** Whoever is at the other end, be it a proxy of ours. */
  public Client peer() {
    return peer;
  }

  void begins(Exchange begun) {
    exchanges.add(begun);
  }

  void finished(Exchange done) {
    if (exchanges.remove(done)) {
      quietSince = System.nanoTime();
    }
  }

  /** A request that was answered at once. */
  public void heardFrom() {
    quietSince = System.nanoTime();
  }

  /** Closes soon: time enough to read the answer while the rest of a body is thrown away. */
  void closeSoon() {
    // A stream ends by itself; its connection has others.
    if (isMultiplexed) {
      return;
    }
    closeAt = System.nanoTime() + LINGER_NANOS;
  }

  /** Where one request ends is unclear, so nothing that follows on this connection is heard. */
  void turnAway() {
    turnedAway = true;
    closeAt = System.nanoTime();
  }

  /** Streams that run are finished; what HTTP/1 has to be told goes with its next answer. */
  public void askToLeave() {
    if (isMultiplexed && !askedToLeave) {
      askedToLeave = true;
      var _ = connection.shutdown(0);
    }
  }

  public boolean isTurnedAway() {
    return turnedAway;
  }

  public void left() {
    for (var exchange : exchanges.toArray(Exchange[]::new)) {
      exchange.clientLeft();
    }
  }

  /** Looked at a few times a second. */
  public void sweep(long nowNanos, long idleNanos, long stallNanos) {
    for (var exchange : exchanges.toArray(Exchange[]::new)) {
      exchange.sweep(nowNanos, stallNanos);
    }
    if (exchanges.isEmpty() && isToClose(nowNanos, idleNanos)) {
      var _ = connection.close();
    }
  }

  private boolean isToClose(long nowNanos, long idleNanos) {
    return closeAt != 0 ? nowNanos - closeAt >= 0 : nowNanos - quietSince > idleNanos;
  }
}
