package org.gonghui.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.gonghui.local.process.PidFile;
import org.gonghui.local.server.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {
  @TempDir Path folder;

  Service gateway;

  @BeforeEach
  void aGatewayThatIsNotBuilt() {
    gateway = new Service(new Checkout(folder), "gateway", Ports.free(), 64, Map::of);
  }

  @Test
  void a_module_that_is_not_built_is_no_component() {
    assertThat(gateway.component()).isEmpty();
  }

  @Test
  void a_service_that_runs_is_found_and_stopped_even_when_its_build_has_been_cleaned_away()
      throws Exception {
    var running = new ProcessBuilder("sleep", "60").start();
    note(running);

    var component = gateway.component().orElseThrow();

    assertThat(component.process().orElseThrow().stop(Duration.ofSeconds(5))).isTrue();
    assertThat(running.isAlive()).isFalse();
    assertThat(gateway.component()).isEmpty();
  }

  private void note(Process process) throws IOException {
    var state = Files.createDirectories(folder.resolve(".gonghui/gateway"));
    new PidFile(state.resolve("server.pid")).write(process.toHandle());
  }
}
