package org.gonghui.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
  @TempDir Path folder;

  @BeforeEach
  void aCheckoutWithItsLauncherBuilt() throws IOException {
    Files.copy(Path.of("../../gonghui"), folder.resolve("gonghui"));
    for (var source : new String[] {"pom.xml", "deploy/local/pom.xml", "deploy/local/src/main/X"}) {
      Files.createDirectories(folder.resolve(source).getParent());
      Files.writeString(folder.resolve(source), "");
    }
    var launcher = Files.createDirectories(folder.resolve(".gonghui/launcher"));
    Files.writeString(launcher.resolve("gonghui-local.jar"), "");
  }

  @Test
  void without_a_jdk_25_one_sentence_says_what_to_do() throws Exception {
    jdk("jdk-17", "17.0.15");

    var said = run("status");

    assertThat(said.output())
        .isEqualTo(
            "gonghui needs a JDK 25: install one (Eclipse Temurin, for instance) or let JAVA_HOME"
                + " point at it.\n");
    assertThat(said.exitCode()).isEqualTo(1);
  }

  @Test
  void the_jdk_25_among_others_is_found_and_runs_the_launcher() throws Exception {
    jdk("jdk-17", "17.0.15");
    jdk("jdk-25", "25.0.1");

    var said = run("status");

    assertThat(said.output())
        .startsWith("jdk-25 runs ")
        .endsWith("org.gonghui.local.Gonghui status\n");
    assertThat(said.exitCode()).isZero();
  }

  private Said run(String argument) throws Exception {
    var builder = new ProcessBuilder("bash", folder.resolve("gonghui").toString(), argument);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("JAVA_HOME", folder.resolve("jdks/jdk-17").toString());
    builder.environment().put("GONGHUI_JDK_FOLDERS", folder + "/jdks/*");
    var process = builder.redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes());
    return new Said(output, process.waitFor());
  }

  private void jdk(String name, String version) throws IOException {
    var home = folder.resolve("jdks").resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    for (var program : new String[] {"java", "javac"}) {
      var file = home.resolve("bin").resolve(program);
      Files.writeString(file, "#!/bin/sh\necho %s runs \"$@\"\n".formatted(name));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private record Said(String output, int exitCode) {}
}
