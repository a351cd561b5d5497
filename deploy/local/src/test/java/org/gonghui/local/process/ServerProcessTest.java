package org.gonghui.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
  @TempDir Path folder;

  @Test
  void a_child_that_dies_early_is_told_with_the_last_lines_of_its_log() {
    var server = ServerProcess.start(shell("echo no space left; exit 3"));

    assertThatThrownBy(() -> server.awaitReady(Duration.ofSeconds(10), () -> false))
        .isInstanceOf(ServerFailure.class)
        .hasMessageContaining("Example stopped right after its start")
        .hasMessageContaining("no space left");
    assertThat(adopted()).isEmpty();
  }

  @Test
  void a_child_that_never_answers_is_stopped_and_told() {
    var server = ServerProcess.start(shell("echo hanging; exec sleep 60"));

    assertThatThrownBy(() -> server.awaitReady(Duration.ofSeconds(1), () -> false))
        .isInstanceOf(ServerFailure.class)
        .hasMessageContaining("Example did not answer within 1 s")
        .hasMessageContaining("hanging");
    assertThat(server.isAlive()).isFalse();
    assertThat(adopted()).isEmpty();
  }

  @Test
  void a_slow_child_that_goes_on_writing_its_log_gets_more_time() {
    var server =
        ServerProcess.start(
            shell("for i in 1 2 3 4 5 6 7 8; do echo step $i; sleep 0.2; done; exec sleep 60"));

    server.awaitReady(Duration.ofMillis(700), () -> logSays("step 8"));

    assertThat(server.isAlive()).isTrue();
    server.kill();
  }

  @Test
  void a_child_that_ignores_the_request_to_stop_is_reported_and_can_be_killed() {
    var server =
        ServerProcess.start(shell("trap '' TERM; echo deaf; while true; do sleep 0.1; done"));
    server.awaitReady(Duration.ofSeconds(5), () -> logSays("deaf"));

    assertThat(server.stop(Duration.ofMillis(300))).isFalse();
    assertThat(server.isAlive()).isTrue();
    server.kill();
    assertThat(server.isAlive()).isFalse();
    assertThat(adopted()).isEmpty();
  }

  @Test
  void a_running_child_is_adopted_by_the_next_launcher() {
    var server = ServerProcess.start(shell("exec sleep 60"));

    var adopted = adopted().orElseThrow();

    assertThat(adopted.handle()).isEqualTo(server.handle());
    assertThat(adopted.stop(Duration.ofSeconds(5))).isTrue();
    assertThat(server.isAlive()).isFalse();
  }

  private boolean logSays(String word) {
    try {
      return Files.readString(folder.resolve("server.log")).contains(word);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private ServerProcess.Launch shell(String script) {
    return new ServerProcess.Launch(
        "Example", folder, List.of("/bin/sh", "-c", script), Map.of(), "TERM");
  }

  private Optional<ServerProcess> adopted() {
    return ServerProcess.adopt("Example", folder, "TERM");
  }
}
