package org.gonghui.acceptance.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the numbers were measured on. */
public record Machine(String system, String processor, int cores, long memoryMiB, String java) {
  public static Machine here() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        "%s %s %s".formatted(system.getName(), system.getVersion(), system.getArch()),
        model(),
        system.getAvailableProcessors(),
        system.getTotalMemorySize() / (1024 * 1024),
        Runtime.version().toString());
  }

  private static String model() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException | java.io.UncheckedIOException _) {
      return "unknown";
    }
  }
}
