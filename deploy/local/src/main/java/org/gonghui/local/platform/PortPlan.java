package org.gonghui.local.platform;

import org.gonghui.local.process.ServerFailure;

/** Where everything listens: one base shifts all ports, so that two checkouts run side by side. */
public record PortPlan(int base) {
  public static final int DEFAULT_BASE = 8080;

  private static final int KAFKA = 1112;
  private static final int POSTGRES = -2548;
  private static final int FIRST_UNPRIVILEGED = 1024;
  private static final int LAST = 65535;

  public PortPlan {
    if (base + POSTGRES < FIRST_UNPRIVILEGED || base + KAFKA + 1 > LAST) {
      throw new ServerFailure(
          "The port base must lie between %d and %d."
              .formatted(FIRST_UNPRIVILEGED - POSTGRES, LAST - KAFKA - 1));
    }
  }

  public int gateway() {
    return base;
  }

  public int mutualInsurance() {
    return base + 1;
  }

  public int aid() {
    return base + 2;
  }

  /** The gateway's own administration, on loopback. */
  public int administration() {
    return base + 50;
  }

  public int keycloak() {
    return base + 100;
  }

  public int kafka() {
    return base + KAFKA;
  }

  public int kafkaController() {
    return kafka() + 1;
  }

  public int postgres() {
    return base + POSTGRES;
  }
}
