package org.gonghui.gateway.upstream;

import java.util.concurrent.atomic.AtomicInteger;

/** One running copy of a service, as this gateway sees it. */
public final class Instance {
  /** How fit an instance is to take a request. */
  enum Standing {
    SOUND,
    NOT_READY,
    EJECTED
  }

  private final Place place;
  private final Circuit circuit = new Circuit();
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean ready = true;

  Instance(Place place) {
    this.place = place;
  }

  public String host() {
    return place.host();
  }

  public int port() {
    return place.port();
  }

  Place place() {
    return place;
  }

  public boolean isReady() {
    return ready;
  }

  /** What the instance itself says of its readiness. */
  public void setReady(boolean said) {
    ready = said;
  }

  public boolean isEjected() {
    return !circuit.isClosed();
  }

  public int inFlight() {
    return inFlight.get();
  }

  public void begins() {
    inFlight.incrementAndGet();
  }

  public void ends() {
    inFlight.decrementAndGet();
  }

  public void answered() {
    circuit.succeeded();
  }

  public void failed(long nowNanos) {
    circuit.failed(nowNanos);
  }

  boolean mayProbe(long nowNanos) {
    return circuit.mayProbe(nowNanos);
  }

  Standing standing() {
    if (!circuit.isClosed()) {
      return Standing.EJECTED;
    }
    return ready ? Standing.SOUND : Standing.NOT_READY;
  }

  @Override
  public String toString() {
    return place.toString();
  }
}
