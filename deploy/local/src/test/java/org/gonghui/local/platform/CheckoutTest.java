package org.gonghui.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
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

  @Test
  void a_full_disk_is_one_sentence() {
    var checkout = new Checkout(folder);

    assertThatThrownBy(() -> checkout.requireRoom(new Disk(7)))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(
            "Only 7 MiB are free on the disk of %s; the platform needs 1024 MiB.",
            checkout.state());
    checkout.requireRoom(new Disk(1024));
  }

  @Test
  void a_state_that_cannot_be_written_is_one_sentence() throws IOException {
    Files.writeString(folder.resolve(".gonghui"), "a file where the folder should be");

    assertThatThrownBy(() -> new Checkout(folder).savePortBase(20080))
        .isInstanceOf(ServerFailure.class)
        .hasMessageContaining("cannot be written");
  }

  /** A disk on which so many mebibytes are free. */
  private static final class Disk extends FileStore {
    private final long free;

    private Disk(long mebibytes) {
      free = mebibytes * 1024 * 1024;
    }

    @Override
    public String name() {
      return "disk";
    }

    @Override
    public String type() {
      return "made up";
    }

    @Override
    public boolean isReadOnly() {
      return false;
    }

    @Override
    public long getTotalSpace() {
      return Long.MAX_VALUE;
    }

    @Override
    public long getUsableSpace() {
      return free;
    }

    @Override
    public long getUnallocatedSpace() {
      return free;
    }

    @Override
    public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
      return false;
    }

    @Override
    public boolean supportsFileAttributeView(String name) {
      return false;
    }

    @Override
    public <V extends FileStoreAttributeView> V getFileStoreAttributeView(Class<V> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object getAttribute(String attribute) {
      throw new UnsupportedOperationException();
    }
  }
}
