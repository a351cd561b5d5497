package org.gonghui.gateway.forward;

import io.vertx.core.http.HttpConnection;
import org.gonghui.gateway.limit.Pace;
import org.jspecify.annotations.Nullable;

/** One client connection: whose address, what it is doing, and since when it does nothing. */
public final class Guest {
  private static final long LINGER_NANOS = 2_000_000_000L;

  private final HttpConnection connection;
  private final Pace pace;
  private @Nullable Exchange exchange;
  private long quietSince;
  private long closeAt;
  private boolean turnedAway;

  public Guest(HttpConnection connection, Pace pace, long nowNanos) {
    this.connection = connection;
    this.pace = pace;
    this.quietSince = nowNanos;
  }

  public Pace pace() {
    return pace;
  }

  void begins(Exchange begun) {
    exchange = begun;
  }

  void finished(Exchange done) {
    if (exchange == done) {
      exchange = null;
      quietSince = System.nanoTime();
    }
  }

  /** A request that was answered at once. */
  public void heardFrom() {
    quietSince = System.nanoTime();
  }

  /** Closes soon: time enough to read the answer while the rest of a body is thrown away. */
  void closeSoon() {
    closeAt = System.nanoTime() + LINGER_NANOS;
  }

  /** Where one request ends is unclear, so nothing that follows on this connection is heard. */
  void turnAway() {
    turnedAway = true;
    closeAt = System.nanoTime();
  }

  public boolean isTurnedAway() {
    return turnedAway;
  }

  public void left() {
    if (exchange != null) {
      exchange.clientLeft();
    }
  }

  /** Looked at a few times a second. */
  public void sweep(long nowNanos, long idleNanos, long stallNanos) {
    if (closeAt != 0 && nowNanos - closeAt >= 0) {
      closeNow();
    } else if (exchange != null) {
      exchange.sweep(nowNanos, stallNanos);
    } else if (nowNanos - quietSince > idleNanos) {
      closeNow();
    }
  }

  private void closeNow() {
    var _ = connection.close();
  }
}
