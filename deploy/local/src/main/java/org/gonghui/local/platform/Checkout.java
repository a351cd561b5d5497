package org.gonghui.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.gonghui.local.process.ServerFailure;
import org.gonghui.local.server.Archive;

/** A working copy of the platform's source, with all local state below {@code .gonghui}. */
public record Checkout(Path root) {
  private static final Set<String> KEPT = Set.of("launcher", "launcher.lock");
  private static final long ROOM_MEBIBYTES = 1024;
  private static final long MEBIBYTE = 1024L * 1024L;

  /** The checkout that the {@code gonghui} script lies in. */
  public static Checkout current() {
    return new Checkout(Path.of(System.getProperty("gonghui.home", ".")).toAbsolutePath());
  }

  public Path state() {
    return root.resolve(".gonghui");
  }

  public Path secrets() {
    return state().resolve("secrets");
  }

  /** The folder of one process: data, log and pid file. */
  public Path folder(String component) {
    return state().resolve(component);
  }

  public Optional<Integer> savedPortBase() {
    try {
      return Optional.of(Integer.valueOf(Files.readString(portBaseFile()).strip()));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  public void savePortBase(int base) {
    try {
      Files.writeString(portBaseFile(), base + "\n");
    } catch (IOException cause) {
      throw cannotBeWritten(cause);
    }
  }

  /** Keeps a second launcher out until this one ends, however it ends. */
  public FileChannel lock() {
    try {
      Files.createDirectories(state());
      var channel =
          FileChannel.open(
              state().resolve("launcher.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw atWork();
      }
      return channel;
    } catch (OverlappingFileLockException _) {
      throw atWork();
    } catch (IOException cause) {
      throw cannotBeWritten(cause);
    }
  }

  /** A full disk is told before the servers find it one after another. */
  public void requireRoom() {
    try {
      requireRoom(Files.getFileStore(state()));
    } catch (IOException cause) {
      throw cannotBeWritten(cause);
    }
  }

  void requireRoom(FileStore disk) {
    try {
      var free = disk.getUsableSpace() / MEBIBYTE;
      if (free < ROOM_MEBIBYTES) {
        throw new ServerFailure(
            "Only %d MiB are free on the disk of %s; the platform needs %d MiB."
                .formatted(free, state(), ROOM_MEBIBYTES));
      }
    } catch (IOException cause) {
      throw cannotBeWritten(cause);
    }
  }

  /** Everything but the launcher itself, which is running. */
  public void deleteData() {
    try (var files = Files.list(state())) {
      for (var file : files.toList()) {
        if (!KEPT.contains(String.valueOf(file.getFileName()))) {
          Archive.delete(file);
        }
      }
    } catch (IOException cause) {
      throw new ServerFailure(
          "%s cannot be deleted: %s".formatted(state(), cause.getMessage()), cause);
    }
  }

  private ServerFailure cannotBeWritten(IOException cause) {
    return new ServerFailure(
        "%s cannot be written: %s".formatted(state(), cause.getMessage()), cause);
  }

  private static ServerFailure atWork() {
    return new ServerFailure("Another ./gonghui is at work in this checkout; wait for its end.");
  }

  private Path portBaseFile() {
    return state().resolve("port-base");
  }
}
