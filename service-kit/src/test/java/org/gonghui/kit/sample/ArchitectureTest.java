package org.gonghui.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.gonghui.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
  @TempDir Path directory = Path.of("unset");

  @Test
  void the_kit_keeps_the_house_rules() {
    ArchitectureRules.check("org.gonghui.kit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Path("/a") class AResource { @GET public String a() { return ""; } } | does not say who
          @Path("/a") @PermitAll class AResource { @GET public A a() { return null; } @Entity class A {} } | exposes A
          @Path("/a") @PermitAll class AResource { @GET public String a(@BeanParam Object a) { return ""; } } | without @Valid
          @Path("/a") @PermitAll class AResource { @POST public String a(A a) { return ""; } record A() {} } | without @Valid
          @Entity class A { private int a; void setA(int b) { a = b; } } | verbs, not setters
          @Entity class A { int a; } | fields private
          record A(UUID aggregateId, Instant at) implements DomainEvent { public String type() { return ""; } } | no record of a sealed
          class A { Object a = Instant.now(); } | take the time from the clock bean
          class A { Object a = LocalDate.now(ZoneId.of("UTC")); } | take the time from the clock bean
          class A { @Inject Object a; } | one constructor
          class ThingManager {} | named for what they are
          class A { Object a = new org.apache.kafka.common.errors.TimeoutException(); } | only the outbox publishes
          """)
  void each_rule_finds_what_breaks_it(String source, String complaint) throws IOException {
    var file = directory.resolve("Broken.java");
    Files.writeString(file, HEAD + source);
    var path = System.getProperty("java.class.path");
    var compiler = ToolProvider.getSystemJavaCompiler();
    var result =
        compiler.run(null, null, null, "-proc:none", "-cp", path, "-d", "" + directory, "" + file);
    assertThat(result).isZero();
    var classes = new ClassFileImporter().importPath(directory);

    assertThatThrownBy(() -> ArchitectureRules.of("broken").check(classes))
        .hasMessageContaining(complaint);
  }

  private static final String HEAD =
      """
      package broken.thing;
      import jakarta.annotation.security.*;
      import jakarta.inject.*;
      import jakarta.persistence.*;
      import jakarta.ws.rs.*;
      import java.time.*;
      import java.util.*;
      import org.gonghui.kit.event.*;
      """;
}
