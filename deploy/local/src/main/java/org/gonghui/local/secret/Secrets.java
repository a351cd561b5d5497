package org.gonghui.local.secret;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gonghui.local.process.ServerFailure;

/** The checkout's keys and passwords, made at first use and kept in files for the owner only. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEY_BYTES = 32;
  private static final int PASSWORD_BYTES = 18;

  private final Path folder;
  private final TreeMap<String, String> values;

  private Secrets(Path folder, TreeMap<String, String> values) {
    this.folder = folder;
    this.values = values;
  }

  public static Secrets in(Path folder) {
    try {
      var file = folder.resolve("environment.json");
      return new Secrets(
          folder,
          Files.exists(file)
              ? JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {})
              : new TreeMap<>());
    } catch (IOException cause) {
      throw new ServerFailure("The secrets cannot be read: " + cause.getMessage(), cause);
    }
  }

  /** Base64 of 32 random bytes. */
  public String key(String name) {
    return kept(name, () -> Base64.getEncoder().encodeToString(random(KEY_BYTES)));
  }

  /** A password that needs no escaping anywhere. */
  public String password(String name) {
    return kept(
        name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES)));
  }

  /** The key set that every service encrypts personal data with. */
  public String keyset(String name) {
    return kept(name, Keyset::generate);
  }

  static byte[] random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  /** Writes a file that only its owner reads. */
  void write(String file, Object content) {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      var target = folder.resolve(file);
      var partial = folder.resolve(file + ".partial");
      Files.deleteIfExists(partial);
      Files.createFile(
          partial,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      JSON.writerWithDefaultPrettyPrinter().writeValue(partial.toFile(), content);
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException cause) {
      throw new ServerFailure("The secrets cannot be written: " + cause.getMessage(), cause);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  private String kept(String name, Supplier<String> maker) {
    var known = values.get(name);
    if (known != null) {
      return known;
    }
    var made = maker.get();
    values.put(name, made);
    write("environment.json", values);
    return made;
  }
}
