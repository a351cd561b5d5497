package org.gonghui.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a date or time from its ISO text only, with a year of four digits. */
final class IsoText<T> extends StdScalarDeserializer<T> {
  private final transient Function<String, T> parse;

  IsoText(Class<T> type, Function<String, T> parse) {
    super(type);
    this.parse = parse;
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable T deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (T) context.handleUnexpectedToken(_valueClass, parser);
    }
    var text = parser.getText();
    try {
      if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
        return parse.apply(text);
      }
    } catch (DateTimeException _) {
      // Refused below, with its place.
    }
    return (T) context.handleWeirdStringValue(_valueClass, text, "not in ISO form");
  }
}
