package org.gonghui.kit.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Every schema of a document, wherever it stands. */
final class SchemaWalk {
  private static final String COMPONENT = "#/components/schemas/";

  private SchemaWalk() {}

  /** Sees one schema; the name is that of its property, parameter or component. */
  interface Visitor {
    void visit(String name, Schema schema);
  }

  static Stream<Operation> operations(OpenAPI document) {
    return paths(document).values().stream().flatMap(it -> it.getOperations().values().stream());
  }

  static Map<String, PathItem> paths(OpenAPI document) {
    return document.getPaths() == null ? Map.of() : orNone(document.getPaths().getPathItems());
  }

  static void visit(OpenAPI document, Visitor visitor) {
    var components = document.getComponents();
    orNone(components.getSchemas()).forEach((name, schema) -> visit(name, schema, visitor));
    orNone(components.getParameters()).values().forEach(it -> visit(it, visitor));
    orNone(components.getResponses()).values().forEach(it -> visit(it, visitor));
    orNone(components.getHeaders()).forEach((name, header) -> visit(name, header, visitor));
    for (var path : paths(document).values()) {
      orNone(path.getParameters()).forEach(it -> visit(it, visitor));
    }
    operations(document).forEach(it -> visit(it, visitor));
  }

  private static void visit(Operation operation, Visitor visitor) {
    orNone(operation.getParameters()).forEach(it -> visit(it, visitor));
    if (operation.getRequestBody() != null) {
      contents(operation.getRequestBody().getContent()).forEach(it -> visit("", it, visitor));
    }
    orNone(operation.getResponses().getAPIResponses()).values().forEach(it -> visit(it, visitor));
  }

  private static void visit(Parameter parameter, Visitor visitor) {
    if (parameter.getSchema() != null) {
      visit(parameter.getName(), parameter.getSchema(), visitor);
    }
  }

  private static void visit(APIResponse response, Visitor visitor) {
    contents(response.getContent()).forEach(it -> visit("", it, visitor));
    orNone(response.getHeaders()).forEach((name, header) -> visit(name, header, visitor));
  }

  private static void visit(String name, Header header, Visitor visitor) {
    if (header.getSchema() != null) {
      visit(name, header.getSchema(), visitor);
    }
  }

  private static void visit(String name, Schema schema, Visitor visitor) {
    visitor.visit(name, schema);
    orNone(schema.getProperties()).forEach((property, it) -> visit(property, it, visitor));
    parts(schema).forEach(it -> visit(name, it, visitor));
  }

  /** What a schema is made of, but for its properties. */
  static Stream<Schema> parts(Schema schema) {
    var single = Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema());
    var several =
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
            .filter(Objects::nonNull)
            .flatMap(List::stream);
    return Stream.concat(single.filter(Objects::nonNull), several);
  }

  static Stream<Schema> contents(@Nullable Content content) {
    return content == null
        ? Stream.empty()
        : orNone(content.getMediaTypes()).values().stream()
            .map(MediaType::getSchema)
            .filter(Objects::nonNull);
  }

  /** Adds the names of all components that a schema leads to. */
  static void reach(Schema schema, OpenAPI document, Set<String> found) {
    var name = componentOf(schema);
    if (name != null && found.add(name)) {
      var component = document.getComponents().getSchemas().get(name);
      if (component != null) {
        reach(component, document, found);
      }
    }
    orNone(schema.getProperties()).values().forEach(it -> reach(it, document, found));
    parts(schema).forEach(it -> reach(it, document, found));
  }

  static @Nullable String componentOf(Schema schema) {
    var reference = schema.getRef();
    return reference != null && reference.startsWith(COMPONENT)
        ? reference.substring(COMPONENT.length())
        : null;
  }

  static <K, V> Map<K, V> orNone(@Nullable Map<K, V> map) {
    return map == null ? Map.of() : map;
  }

  static <T> Collection<T> orNone(@Nullable Collection<T> list) {
    return list == null ? List.of() : list;
  }
}
