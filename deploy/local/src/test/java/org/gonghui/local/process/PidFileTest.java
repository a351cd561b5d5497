package org.gonghui.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  @TempDir Path folder;

  PidFile file;
  Process sleeper;

  @BeforeEach
  void start() throws IOException {
    file = new PidFile(folder.resolve("server.pid"));
    sleeper = new ProcessBuilder("sleep", "60").start();
  }

  @AfterEach
  void end() {
    sleeper.destroyForcibly();
  }

  @Test
  void a_recorded_process_is_found() throws IOException {
    file.write(sleeper.toHandle());

    assertThat(file.process()).contains(sleeper.toHandle());
  }

  @Test
  void a_process_that_ended_is_not_found() throws Exception {
    file.write(sleeper.toHandle());
    sleeper.destroyForcibly().waitFor();

    assertThat(file.process()).isEmpty();
  }

  @Test
  void a_recycled_pid_is_not_taken_for_ours() throws IOException {
    var earlier = started().minus(Duration.ofMinutes(5));
    Files.writeString(file.path(), "%d\n%d\n".formatted(sleeper.pid(), earlier.toEpochMilli()));

    assertThat(file.process()).isEmpty();
  }

  @Test
  void a_pid_that_the_shell_wrote_before_its_starter_was_killed_is_found() throws IOException {
    Files.writeString(file.path(), sleeper.pid() + "\n");

    assertThat(file.process()).contains(sleeper.toHandle());
  }

  @Test
  void a_pid_that_the_shell_wrote_long_before_the_process_began_is_not_ours() throws IOException {
    Files.writeString(file.path(), sleeper.pid() + "\n");
    var earlier = FileTime.from(started().minus(Duration.ofMinutes(5)));
    Files.setLastModifiedTime(file.path(), earlier);

    assertThat(file.process()).isEmpty();
  }

  @Test
  void no_file_means_no_process() {
    assertThat(file.process()).isEmpty();
  }

  private Instant started() {
    return sleeper.toHandle().info().startInstant().orElseThrow();
  }
}
