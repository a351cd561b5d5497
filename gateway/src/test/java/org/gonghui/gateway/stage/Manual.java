package org.gonghui.gateway.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Starts the stage alone and prints how to run a gateway on it, for measuring by hand. */
public final class Manual {
  private Manual() {}

  public static void main(String[] arguments) throws InterruptedException {
    var stage = new Stage();
    var token =
        Stage.ISSUER.token(
            claims -> claims.expirationTime(Date.from(Instant.now().plus(Duration.ofHours(8)))));
    stage
        .start()
        .forEach((name, value) -> System.out.println("export " + env(name) + "='" + value + "'"));
    System.out.println("export TOKEN='" + token + "'");
    System.out.println("export KEY='" + Stage.HOSPITAL.text() + "'");
    System.out.println("export ORIGIN=" + Stage.ORIGIN.port());
    System.out.println("# ready");
    Thread.currentThread().join();
  }

  private static String env(String name) {
    return name.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT);
  }
}
