package org.gonghui.acceptance;

/** The program that plays the city year and measures the platform from outside. */
public final class Acceptance {
  private Acceptance() {}

  public static void main(String[] arguments) {}
}
