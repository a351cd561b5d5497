package org.gonghui.local.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gonghui.local.process.ServerFailure;
import org.tukaani.xz.XZInputStream;

/** A packed server that is unpacked once, whole or not at all. */
public final class Archive {
  private static final int OWNER_RUNS = 0100;

  private Archive() {}

  /** Unpacked servers that never change, shared by every checkout of this user. */
  static Path cache() {
    var named = System.getenv("GONGHUI_CACHE");
    return named == null
        ? Path.of(System.getProperty("user.home"), ".cache", "gonghui")
        : Path.of(named);
  }

  /** Unpacks the tar.gz and finishes it, unless an earlier run has done so. */
  static Path unpackGzip(Path archive, Path target, Unpacking finish) {
    return once(
        target,
        folder -> {
          untar(new GZIPInputStream(open(archive)), folder);
          finish.into(folder);
        });
  }

  /** Unpacks the one tar.xz that lies inside the jar, unless an earlier run has done so. */
  static Path unpackXzInJar(Path jar, Path target) {
    return once(
        target,
        folder -> {
          try (var inside = FileSystems.newFileSystem(jar);
              var files = Files.list(inside.getPath("/"))) {
            var packed = files.filter(file -> file.toString().endsWith(".txz")).findFirst();
            untar(new XZInputStream(open(packed.orElseThrow())), folder);
          }
        });
  }

  /** The folder or file with all that is in it. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Path once(Path target, Unpacking unpacking) {
    try {
      Files.createDirectories(target.getParent());
      var lock = target.resolveSibling(target.getFileName() + ".lock");
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        if (Files.notExists(target)) {
          var partial = target.resolveSibling(target.getFileName() + ".partial");
          delete(partial);
          unpacking.into(Files.createDirectory(partial));
          move(partial, target);
        }
      }
      return target;
    } catch (IOException cause) {
      throw new ServerFailure(
          "%s cannot be unpacked: %s".formatted(target, cause.getMessage()), cause);
    }
  }

  private static void move(Path partial, Path target) throws IOException {
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(partial, target);
    }
  }

  private static void untar(InputStream packed, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(packed)) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("an entry points outside: " + entry.getName());
        }
        write(tar, entry, target);
      }
    }
  }

  private static void write(InputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    var runs = (entry.getMode() & OWNER_RUNS) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** What fills the empty folder. */
  interface Unpacking {
    void into(Path folder) throws IOException;
  }
}
