package org.gonghui.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The merged documents against Spectral with the OWASP rules, and against Redocly. */
class LintTest {
  @Test
  void spectral_owasp_and_redocly_find_no_error_in_any_document() throws Exception {
    installTools();
    var files = CommittedDocuments.files().stream().map(Path::toString);

    assertThat(run(Stream.concat(Stream.of("node", "lint.cjs"), files).toList())).isEmpty();
  }

  @Test
  void an_error_in_a_document_is_found() throws Exception {
    installTools();
    var document = CommittedDocuments.of(Audience.PARTNER);
    document.withObjectProperty("paths").removeAll();
    document.withObjectProperty("info").remove("title");
    document
        .withObjectProperty("components")
        .withObjectProperty("schemas")
        .putObject("Endless")
        .put("type", "string");
    var file = Files.createTempFile("broken", ".json");
    Files.writeString(file, CommittedDocuments.pretty(document));

    assertThat(run(List.of("node", "lint.cjs", file.toString())))
        .contains("redocly struct", "spectral owasp:api4:2023-string-limit");
  }

  /** What the lock file names, once: npm leaves a mark that is newer. */
  private static void installTools() throws IOException, InterruptedException {
    var mark = CommittedDocuments.CLIENTS.resolve("node_modules/.package-lock.json");
    var lock = CommittedDocuments.CLIENTS.resolve("package-lock.json");
    if (!Files.exists(mark)
        || Files.getLastModifiedTime(mark).compareTo(Files.getLastModifiedTime(lock)) < 0) {
      assertThat(run(List.of("npm", "ci", "--silent"))).isEmpty();
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(CommittedDocuments.CLIENTS.toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes());
    return process.waitFor() == 0 ? "" : "failed: " + output;
  }
}
