package org.gonghui.acceptance.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** JSON from names and values in turn; money, dates and instants go as their texts. */
public final class Body {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Body() {}

  public static ObjectNode of(Object... namesAndValues) {
    var object = JSON.objectNode();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      object.set((String) namesAndValues[i], node(namesAndValues[i + 1]));
    }
    return object;
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case JsonNode node -> node;
      case Integer number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      case Boolean truth -> JSON.booleanNode(truth);
      case Collection<?> many -> {
        var array = JSON.arrayNode();
        many.forEach(one -> array.add(node(one)));
        yield array;
      }
      default -> JSON.textNode(value.toString());
    };
  }
}
