package org.gonghui.local.process;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** How a command is run that refuses to be root, which PostgreSQL does. */
public final class Unprivileged {
  private static final List<String> UNMAPPED_USER = List.of("unshare", "--user");

  /** In a container that forbids user namespaces: nobody, who may still enter root's folders. */
  private static final List<String> NOBODY =
      List.of(
          "setpriv",
          "--reuid=65534",
          "--regid=65534",
          "--clear-groups",
          "--inh-caps=+dac_override,+fowner",
          "--ambient-caps=+dac_override,+fowner");

  private static final List<String> PREFIX = prefix();

  private Unprivileged() {}

  public static List<String> command(List<String> command) {
    return Stream.concat(PREFIX.stream(), command.stream()).toList();
  }

  private static List<String> prefix() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    return Stream.of(UNMAPPED_USER, NOBODY)
        .filter(Unprivileged::works)
        .findFirst()
        .orElseThrow(
            () ->
                new ServerFailure(
                    "PostgreSQL does not run as root and neither unshare nor setpriv works here:"
                        + " start as an ordinary user."));
  }

  private static boolean works(List<String> prefix) {
    try {
      var command = Stream.concat(prefix.stream(), Stream.of("true")).toList();
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
