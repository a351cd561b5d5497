package org.gonghui.kit.outbox.relay;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import org.gonghui.kit.outbox.OutboxBell;

/** A relay in a process of its own, so that a test can kill it. */
final class RelayProcess {
  private RelayProcess() {}

  static Process start(RelaySettings settings) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RelayProcess.class.getName(),
            settings.url(),
            settings.user(),
            settings.password(),
            settings.bootstrapServers())
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  static void main(String[] arguments) throws InterruptedException {
    var settings =
        new RelaySettings(
            arguments[0], arguments[1], arguments[2], arguments[3], Duration.ofMillis(50));
    new Relay(settings, new OutboxBell()).start();
    Thread.sleep(Duration.ofMinutes(5));
  }
}
