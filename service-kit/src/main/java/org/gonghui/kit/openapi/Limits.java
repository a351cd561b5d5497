package org.gonghui.kit.openapi;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Gives a limit to every text, list, map and number that has none of its own: the one that the
 * readers of bodies and addresses enforce, or the one of the format.
 */
record Limits(Set<String> asked) {
  /** As {@code JsonScan} has it. */
  private static final int LONGEST_TEXT = 20_000;

  private static final String NOT_BLANK = "\\S";
  private static final int MOST_ITEMS = 10_000;
  private static final int MOST_PROPERTIES = 1_000;
  private static final int BIGGEST_FILE = 64 * 1024 * 1024;

  void apply(OpenAPI document) {
    SchemaWalk.visit(document, (_, schema) -> limit(schema));
    asked.forEach(name -> close(requireNonNull(document.getComponents().getSchemas().get(name))));
  }

  private static void limit(Schema schema) {
    if (schema.getRef() != null || schema.getType() == null || schema.getEnumeration() != null) {
      return;
    }
    for (var type : schema.getType()) {
      switch (type) {
        case STRING -> limitText(schema);
        case INTEGER, NUMBER -> limitNumber(schema, type);
        case ARRAY -> limitItems(schema);
        case OBJECT -> limitProperties(schema);
        case BOOLEAN, NULL -> {}
      }
    }
  }

  private static void limitText(Schema schema) {
    anchor(schema);
    if (schema.getMaxLength() == null) {
      schema.setMaxLength(longest(String.valueOf(schema.getFormat())));
    }
  }

  /** A constraint speaks of the whole text, a schema's pattern of any part of it. */
  private static void anchor(Schema schema) {
    var pattern = schema.getPattern();
    if (pattern != null && !pattern.startsWith("^") && !pattern.equals(NOT_BLANK)) {
      schema.setPattern("^(" + pattern + ")$");
    }
  }

  private static int longest(String format) {
    return switch (format) {
      case "uuid" -> 36;
      case "date" -> 10;
      case "date-time" -> 35;
      case "binary" -> BIGGEST_FILE;
      default -> LONGEST_TEXT;
    };
  }

  private static void limitNumber(Schema schema, SchemaType type) {
    if (type == SchemaType.INTEGER && schema.getFormat() == null) {
      schema.setFormat("int64");
    }
    var isShort = "int32".equals(schema.getFormat());
    if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
      schema.setMinimum(BigDecimal.valueOf(isShort ? Integer.MIN_VALUE : -MOST));
    }
    if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
      schema.setMaximum(BigDecimal.valueOf(isShort ? Integer.MAX_VALUE : MOST));
    }
  }

  /** What every reader of JSON holds exactly. */
  private static final long MOST = (1L << 53) - 1;

  private static void limitItems(Schema schema) {
    if (schema.getMaxItems() == null) {
      schema.setMaxItems(MOST_ITEMS);
    }
  }

  private static void limitProperties(Schema schema) {
    if (schema.getProperties() == null && schema.getMaxProperties() == null) {
      schema.setMaxProperties(MOST_PROPERTIES);
    }
  }

  /** A request with a field that is not known is refused. */
  private static void close(Schema schema) {
    if (schema.getProperties() != null && schema.getAdditionalPropertiesSchema() == null) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
  }
}
