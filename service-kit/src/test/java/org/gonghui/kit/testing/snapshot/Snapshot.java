package org.gonghui.kit.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed document that the code must match; {@code -Dsnapshots.update=true} writes it anew, to
 * be looked at and committed.
 */
record Snapshot(Path file) {
  static boolean isUpdating() {
    return Boolean.getBoolean("snapshots.update");
  }

  String committed() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  void check(String current) {
    if (isUpdating()) {
      write(current);
    }
    assertThat(current)
        .as("%s no longer tells what the code does; -Dsnapshots.update=true rewrites it", file)
        .isEqualTo(committed());
  }

  private void write(String current) {
    try {
      Files.writeString(file, current);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
