package org.gonghui.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path root;

  @BeforeEach
  void aCheckoutWithGatewayAndKit() throws IOException {
    write("pom.xml", "<module>gateway</module><module>service-kit</module>", LONG_AGO);
    write("gateway/pom.xml", "", LONG_AGO);
    write("gateway/src/main/java/Route.java", "", LONG_AGO);
    write("service-kit/pom.xml", "", LONG_AGO);
    write("service-kit/src/main/java/Money.java", "", LONG_AGO);
  }

  @Test
  void a_module_without_a_program_is_built_and_a_missing_module_is_not() {
    assertThat(new Build(root).staleProcesses()).containsExactly("gateway");
  }

  @Test
  void a_program_newer_than_its_sources_is_left_alone() throws IOException {
    write("gateway/target/quarkus-app/quarkus-run.jar", "", LONG_AGO.plusSeconds(60));

    assertThat(new Build(root).staleProcesses()).isEmpty();
  }

  @Test
  void a_change_in_the_kit_makes_the_services_stale() throws IOException {
    write("gateway/target/quarkus-app/quarkus-run.jar", "", LONG_AGO.plusSeconds(60));
    write("service-kit/src/main/java/Money.java", "", LONG_AGO.plusSeconds(90));

    assertThat(new Build(root).staleProcesses()).containsExactly("gateway");
  }

  private void write(String name, String content, Instant modified) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    for (var each = file; each != null && each.startsWith(root); each = each.getParent()) {
      Files.setLastModifiedTime(each, FileTime.from(modified));
    }
  }
}
