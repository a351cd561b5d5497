package org.gonghui.gateway.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The merged documents of this checkout, made of the services' committed ones. */
final class CommittedDocuments {
  static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  static final Path CLIENTS = CHECKOUT.resolve("clients");
  private static final String OF_A_SERVICE = "openapi.yaml";
  private static final URI ISSUER = URI.create("https://login.example.org/realms/gonghui");

  private CommittedDocuments() {}

  static ObjectNode of(Audience audience) {
    return new MergedDocument(ISSUER).of(audience, copies(), List.of());
  }

  /** The document of each audience as a file below {@code target/}. */
  static List<Path> files() {
    return List.of(Audience.values()).stream().map(CommittedDocuments::write).toList();
  }

  private static Path write(Audience audience) {
    try {
      var folder = Files.createDirectories(Path.of("target", "openapi"));
      var file = folder.resolve(audience.fileName()).toAbsolutePath();
      return Files.writeString(file, pretty(of(audience)));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static String pretty(ObjectNode document) throws IOException {
    var json = new ObjectMapper();
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }

  private static List<Copy> copies() {
    try (var modules = Files.list(CHECKOUT)) {
      return modules
          .filter(module -> Files.exists(module.resolve(OF_A_SERVICE)))
          .sorted()
          .map(CommittedDocuments::copy)
          .toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static Copy copy(Path module) {
    try {
      var service = module.getFileName().toString().replace("-service", "");
      var document = new YAMLMapper().readTree(module.resolve(OF_A_SERVICE).toFile());
      return new Copy(service, document, null, Instant.EPOCH, null);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
