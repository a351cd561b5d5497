package org.gonghui.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gonghui.local.process.ServerFailure;

/** Which realm file the database has, so that a changed one is imported over it. */
record ImportedRealm(Path copy, Path file) {

  /** False before the first import, which Keycloak does by itself. */
  boolean hasChanged() {
    try {
      return Files.exists(copy) && Files.mismatch(copy, file) >= 0;
    } catch (IOException cause) {
      throw new ServerFailure("The realm file cannot be read: " + cause.getMessage(), cause);
    }
  }

  void remember() {
    try {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException cause) {
      throw new ServerFailure("The realm file cannot be copied: " + cause.getMessage(), cause);
    }
  }
}
