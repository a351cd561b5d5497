package org.gonghui.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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

  @Test
  void a_program_that_tests_need_is_installed_where_that_is_ours_to_do() throws Exception {
    jdk("jdk-25", "25.0.1");
    program("mvnw", "echo maven runs \"$@\"");
    toolbox("id", "echo 0");
    var place = folder + "/tools/${package/nodejs/node}";
    toolbox("apt-get", "package=${@: -1}; ln -s \"$(command -v true)\" " + place);

    var said = run("test");

    assertThat(said.output())
        .contains("installing chromium ...", "installing nodejs ...", "maven runs -B verify");
    assertThat(said.exitCode()).isZero();
  }

  @Test
  void a_scheduler_that_sets_no_home_is_no_hindrance() throws Exception {
    jdk("jdk-25", "25.0.1");

    var said = run("status", Map.of());

    assertThat(said.output()).startsWith("jdk-25 runs ");
    assertThat(said.exitCode()).isZero();
  }

  @Test
  void a_program_that_cannot_be_installed_is_asked_for_in_one_sentence() throws Exception {
    jdk("jdk-25", "25.0.1");
    toolbox("id", "echo 1000");

    var said = run("test");

    assertThat(said.output())
        .isEqualTo(
            "gonghui test needs the program chromium: install your system's package chromium.\n");
    assertThat(said.exitCode()).isEqualTo(1);
  }

  @Test
  void a_state_that_cannot_be_written_is_one_sentence() throws Exception {
    jdk("jdk-25", "25.0.1");
    Files.delete(folder.resolve(".gonghui/launcher/gonghui-local.jar"));
    Files.delete(folder.resolve(".gonghui/launcher"));
    Files.delete(folder.resolve(".gonghui"));
    Files.writeString(folder.resolve(".gonghui"), "no folder");
    Files.createDirectories(folder.resolve("deploy/local/target/lib"));
    Files.writeString(folder.resolve("deploy/local/target/lib/a.jar"), "");
    Files.writeString(folder.resolve("deploy/local/target/gonghui-local-1.jar"), "");

    var said = run("status");

    assertThat(said.output())
        .isEqualTo(
            "The launcher cannot be copied to %s/.gonghui: is the disk full?%n"
                .formatted(folder.toRealPath()));
    assertThat(said.exitCode()).isEqualTo(1);
  }

  /** A machine with nothing but a shell's own helpers and what a test puts there. */
  private void toolbox(String name, String does) throws Exception {
    var tools = Files.createDirectories(folder.resolve("tools"));
    for (var own : new String[] {"bash", "dirname", "readlink", "grep", "env", "true", "ln"}) {
      var link = tools.resolve(own);
      if (Files.notExists(link)) {
        Files.createSymbolicLink(link, Path.of("/usr/bin", own));
      }
    }
    program("tools/" + name, does);
  }

  private void program(String name, String does) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, "#!/usr/bin/env bash\n" + does + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Said run(String argument) throws Exception {
    return run(argument, Map.of("HOME", folder.toString()));
  }

  private Said run(String argument, Map<String, String> more) throws Exception {
    var builder = new ProcessBuilder("/bin/bash", folder.resolve("gonghui").toString(), argument);
    builder.environment().clear();
    builder.environment().putAll(more);
    var tools = folder.resolve("tools");
    builder.environment().put("PATH", Files.exists(tools) ? tools.toString() : "/usr/bin:/bin");
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
