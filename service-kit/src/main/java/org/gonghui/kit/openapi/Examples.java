package org.gonghui.kit.openapi;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows what every component and parameter looks like, from its schema and the vocabulary. */
final class Examples {
  private static final int DEEPEST = 6;
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
  private static final Map<String, Pattern> FORMATS =
      Map.of(
          "date", Pattern.compile("\\d{4}-\\d{2}-\\d{2}"),
          "date-time", Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z"),
          "uuid", Pattern.compile("[0-9a-f-]{36}"));
  private static final List<String> COMMON_TEXTS =
      List.of("text", "TEXT", "1", "12345678", "A text of some length", "a".repeat(64));

  private final Vocabulary vocabulary;
  private Map<String, Schema> components = Map.of();

  Examples(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void apply(OpenAPI document) {
    components = SchemaWalk.orNone(document.getComponents().getSchemas());
    components.forEach(
        (name, schema) -> {
          if (schema.getExamples() == null) {
            schema.addExample(requireNonNull(of(name, name, schema, 0)));
          }
        });
    SchemaWalk.paths(document)
        .forEach(
            (path, item) ->
                item.getOperations().values().stream()
                    .flatMap(it -> SchemaWalk.orNone(it.getParameters()).stream())
                    .forEach(parameter -> show(path, parameter)));
  }

  private void show(String path, Parameter parameter) {
    if (parameter.getSchema() != null && parameter.getExample() == null) {
      var name = String.valueOf(parameter.getName());
      parameter.setExample(of(nounBefore(path, name), name, parameter.getSchema(), 0));
    }
  }

  /** The {@code leads} of {@code /leads/{id}}, where the parameter is in the path. */
  private static String nounBefore(String path, String parameter) {
    var place = path.indexOf("/{" + parameter + "}");
    return place < 0 ? "" : path.substring(path.lastIndexOf('/', place - 1) + 1, place);
  }

  /** A value that fits the schema of a field; null where it may only be left out. */
  private @Nullable Object of(String owner, String field, Schema schema, int depth) {
    if (schema.getExamples() != null) {
      return schema.getExamples().getFirst();
    }
    var component = SchemaWalk.componentOf(schema);
    if (component != null) {
      var named = vocabulary.find(owner, field).filter(_ -> isText(component(component)));
      return named.isPresent() && fits(named.get(), component(component))
          ? named.get()
          : of(component, component, component(component), depth + 1);
    }
    if (schema.getEnumeration() != null) {
      return vocabulary
          .find(owner, field)
          .filter(schema.getEnumeration()::contains)
          .map(Object.class::cast)
          .orElseGet(schema.getEnumeration()::getFirst);
    }
    if (schema.getDefaultValue() != null) {
      return schema.getDefaultValue();
    }
    if (schema.getAnyOf() != null) {
      return of(owner, field, schema.getAnyOf().getFirst(), depth);
    }
    return schema.getType() == null ? Map.of() : ofType(owner, field, schema, depth);
  }

  private Schema component(String name) {
    return requireNonNull(components.get(name));
  }

  private @Nullable Object ofType(String owner, String field, Schema schema, int depth) {
    return switch (schema.getType().getFirst()) {
      case STRING -> text(owner, field, schema);
      case INTEGER -> number(owner, field, schema).longValue();
      case NUMBER -> number(owner, field, schema);
      case BOOLEAN -> vocabulary.find(owner, field).map(Boolean::valueOf).orElse(true);
      case ARRAY -> items(owner, field, schema, depth);
      case OBJECT -> object(owner, schema, depth);
      case NULL -> null;
    };
  }

  private List<Object> items(String owner, String field, Schema schema, int depth) {
    if (depth > DEEPEST || schema.getItems() == null) {
      return List.of();
    }
    return List.of(requireNonNull(of(owner, field, schema.getItems(), depth + 1)));
  }

  private Map<String, Object> object(String owner, Schema schema, int depth) {
    var example = new LinkedHashMap<String, Object>();
    if (depth > DEEPEST) {
      return example;
    }
    SchemaWalk.orNone(schema.getProperties())
        .forEach(
            (name, property) -> {
              var value = of(owner, name, property, depth + 1);
              if (value != null) {
                example.put(name, value);
              }
            });
    return example;
  }

  private String text(String owner, String field, Schema schema) {
    var format = String.valueOf(schema.getFormat());
    var known =
        Stream.concat(
            vocabulary.find(owner, field).stream(), vocabulary.find("format", format).stream());
    return Stream.concat(known, COMMON_TEXTS.stream())
        .filter(it -> fits(it, schema))
        .findFirst()
        .orElse("text");
  }

  private BigDecimal number(String owner, String field, Schema schema) {
    var number = vocabulary.find(owner, field).filter(Examples::isNumber).map(BigDecimal::new);
    return number.orElse(BigDecimal.ONE).max(schema.getMinimum()).min(schema.getMaximum());
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }

  private static boolean isText(Schema schema) {
    return schema.getType() != null
        && schema.getType().contains(SchemaType.STRING)
        && schema.getEnumeration() == null;
  }

  private static boolean fits(String text, Schema schema) {
    var shortest = schema.getMinLength() == null ? 0 : schema.getMinLength();
    var longest = schema.getMaxLength() == null ? Integer.MAX_VALUE : schema.getMaxLength();
    var pattern = schema.getPattern();
    return text.length() >= shortest
        && text.length() <= longest
        && FORMATS.getOrDefault(String.valueOf(schema.getFormat()), ANY).matcher(text).matches()
        && (pattern == null || Pattern.compile(pattern).matcher(text).find());
  }
}
