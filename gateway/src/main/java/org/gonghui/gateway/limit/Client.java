package org.gonghui.gateway.limit;

import io.github.bucket4j.Bucket;

/** The address that a request comes from, and the allowance of all who share it. */
public final class Client {
  private final byte[] address;
  private final boolean proxy;
  private final Bucket bucket;

  Client(byte[] address, boolean proxy, Bucket bucket) {
    this.address = address;
    this.proxy = proxy;
    this.bucket = bucket;
  }

  /** An IPv4 address is told as one, also when it came inside IPv6. */
  public byte[] address() {
    return address;
  }

  /** Whether it stands before the gateway and speaks for others. */
  boolean isProxy() {
    return proxy;
  }

  /** Lets one request pass, or refuses it with the time to wait. */
  public void spend() {
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Rates.exceeded(probe, "address");
    }
  }
}
