package org.gonghui.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gonghui.local.process.ServerFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
  @TempDir Path folder;

  @Test
  void two_launchers_never_work_at_once() throws IOException {
    var checkout = new Checkout(folder);
    try (var _ = checkout.lock()) {
      assertThatThrownBy(checkout::lock)
          .isInstanceOf(ServerFailure.class)
          .hasMessage("Another ./gonghui is at work in this checkout; wait for its end.");
    }

    checkout.lock().close();
  }

  @Test
  void the_port_base_is_remembered() throws IOException {
    var checkout = new Checkout(folder);
    Files.createDirectories(checkout.state());

    assertThat(checkout.savedPortBase()).isEmpty();
    checkout.savePortBase(20080);
    assertThat(checkout.savedPortBase()).contains(20080);
  }

  @Test
  void a_reset_deletes_everything_but_the_launcher() throws IOException {
    var checkout = new Checkout(folder);
    Files.createDirectories(checkout.folder("launcher"));
    Files.createDirectories(checkout.folder("postgres").resolve("data"));
    Files.createDirectories(checkout.secrets());

    checkout.deleteData();

    assertThat(checkout.state()).isDirectoryContaining("glob:**launcher");
    assertThat(checkout.folder("postgres")).doesNotExist();
    assertThat(checkout.secrets()).doesNotExist();
  }
}
