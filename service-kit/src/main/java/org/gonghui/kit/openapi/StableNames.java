package org.gonghui.kit.openapi;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;

/**
 * Types that share a simple name are numbered in the order of their discovery, which changes with
 * every new one; here they get the name of the type around them instead.
 */
record StableNames(Code code) {
  private static final String PAGE = "Page";

  void apply(OpenAPI document) {
    var schemas = SchemaWalk.orNone(document.getComponents().getSchemas());
    var names = names(schemas);
    var renamed = new LinkedHashMap<String, Schema>();
    schemas.forEach((name, schema) -> renamed.put(names.getOrDefault(name, name), schema));
    if (renamed.size() != schemas.size()) {
      throw new IllegalStateException("give one of these a @Schema(name): " + names);
    }
    SchemaWalk.visit(document, (_, schema) -> follow(schema, names));
    document.getComponents().setSchemas(renamed);
    SchemaWalk.operations(document).forEach(this::tag);
  }

  /** Where no tag is given the resource is one, without its last word. */
  private void tag(Operation operation) {
    var tags = operation.getTags();
    if (tags == null || tags.stream().anyMatch(it -> it.endsWith("Resource"))) {
      code.method(String.valueOf(operation.getOperationId()))
          .map(method -> method.declaringClass().simpleName())
          .ifPresent(name -> operation.setTags(List.of(spaced(name.replace("Resource", "")))));
    }
  }

  private static String spaced(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
  }

  private Map<String, String> names(Map<String, Schema> schemas) {
    var sharing = schemas.keySet().stream().collect(groupingBy(Code::withoutNumber, counting()));
    var names = new HashMap<String, String>();
    schemas.forEach(
        (name, schema) -> {
          if (sharing.getOrDefault(Code.withoutNumber(name), 0L) > 1) {
            code.typeOf(name, schema).ifPresent(type -> names.put(name, nameOf(type, name)));
          }
        });
    schemas.forEach(
        (name, schema) -> {
          var item = itemOf(name, schema);
          if (names.containsKey(item)) {
            names.put(name, PAGE + names.get(item));
          }
        });
    return names;
  }

  private static String nameOf(ClassInfo type, String name) {
    var around = type.enclosingClass();
    var prefix = around == null ? feature(type) : around.withoutPackagePrefix().replace("$", "");
    return prefix.replaceFirst("Resource$", "") + Code.withoutNumber(name);
  }

  private static String feature(ClassInfo type) {
    var around = String.valueOf(type.name().packagePrefix());
    var last = around.substring(around.lastIndexOf('.') + 1);
    return Character.toUpperCase(last.charAt(0)) + last.substring(1);
  }

  /** The component in a page, whose name a page bears. */
  private static String itemOf(String name, Schema schema) {
    var items = SchemaWalk.orNone(schema.getProperties()).get("items");
    if (!name.startsWith(PAGE) || items == null || items.getItems() == null) {
      return "";
    }
    var component = SchemaWalk.componentOf(items.getItems());
    return component == null ? "" : component;
  }

  private static void follow(Schema schema, Map<String, String> names) {
    var component = SchemaWalk.componentOf(schema);
    if (component != null && names.containsKey(component)) {
      schema.setRef(names.get(component));
    }
  }
}
