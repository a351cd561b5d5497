package org.gonghui.acceptance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The city year at a very small scale, whatever dies while it is played. */
@ExtendWith(RunningPlatform.Provided.class)
class CityYearIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int ROWS = 42;
  private final RunningPlatform platform;

  CityYearIT(RunningPlatform platform) {
    this.platform = platform;
  }

  @Test
  void the_figures_match_after_two_kills_of_the_play_and_one_of_every_service(
      @TempDir Path folder) {
    killWhen(folder, () -> count("/enrolment-batches") > 1);
    killWhen(folder, () -> count("/claims?planYear=2017") > 3);
    var last = play(folder);
    awaitOrEnd(last, () -> count("/claims?planYear=2017&status=PAID") > 0);
    for (var service : List.of("mutual-insurance-service", "aid-service", "gateway")) {
      platform.kill(service);
    }
    platform.heal();

    assertThat(exitCode(last)).as(said(folder)).isZero();
    assertThat(said(folder)).doesNotContain("MISMATCH").contains("Look around");
    assertThat(said(folder).lines().filter(line -> line.endsWith(" MATCH"))).hasSize(ROWS);
  }

  private void killWhen(Path folder, BooleanSupplier reached) {
    var play = play(folder);
    awaitOrEnd(play, reached);
    assertThat(play.isAlive()).as("the play is not over: %s", said(folder)).isTrue();
    play.destroyForcibly();
    assertThat(exitCode(play)).isNotZero();
  }

  private static void awaitOrEnd(Process play, BooleanSupplier reached) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (play.isAlive() && !reached.getAsBoolean() && System.nanoTime() < until) {
      Gateway.pause(Duration.ofMillis(50));
    }
  }

  /** How many there are of the year that is played. */
  private long count(String path) {
    var list = Call.get(Caller.CITY_OFFICER, Stage.API + path);
    return platform
        .gateway()
        .require(list)
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("planYear").asInt() == 2017)
        .count();
  }

  private Process play(Path folder) {
    var place = platform.gateway().place();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of(DemoCommand.class.getName(), "--scale", "0.004"));
    var process = new ProcessBuilder(command).redirectErrorStream(true);
    process.redirectOutput(folder.resolve("said").toFile());
    process.environment().put("GONGHUI_GATEWAY_URL", place.gateway().toString());
    process.environment().put("GONGHUI_OIDC_ISSUER", place.issuer().toString());
    process.environment().put("GONGHUI_STATE_DIR", place.state().toString());
    try {
      return process.start();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static int exitCode(Process play) {
    try {
      return play.waitFor();
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }

  /** What the play has said, without its progress display. */
  private static String said(Path folder) {
    try (var lines = Files.lines(folder.resolve("said"), StandardCharsets.UTF_8)) {
      return lines.filter(line -> !line.contains("(0:")).collect(Collectors.joining("\n"));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
