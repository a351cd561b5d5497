package org.gonghui.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong while a body is bound, so that all faults come back together; outside of a
 * request it does nothing.
 */
final class JsonFaults extends DeserializationProblemHandler {
  static final ScopedValue<List<Fault>> COLLECTED = ScopedValue.newInstance();
  private static final int MOST_FAULTS = 100;

  static List<Fault> newCollection() {
    return new ArrayList<>();
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      JsonDeserializer<?> deserializer,
      Object beanOrClass,
      String name)
      throws IOException {
    if (!isCollecting()) {
      return false;
    }
    var parent = parser.getParsingContext();
    add(
        pointerOf(parser, parent.getCurrentName() == null ? name : null),
        "UNKNOWN_FIELD",
        "is not a field here");
    parser.skipChildren();
    return true;
  }

  @Override
  public @Nullable Object handleWeirdStringValue(
      DeserializationContext context, Class<?> target, String value, String why) {
    return collected(context.getParser(), "WRONG_VALUE", "is not " + JsonRefusals.nameOf(target));
  }

  @Override
  public @Nullable Object handleWeirdNumberValue(
      DeserializationContext context, Class<?> target, Number value, String why) {
    return collected(context.getParser(), "WRONG_VALUE", "is not " + JsonRefusals.nameOf(target));
  }

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType target,
      JsonToken token,
      JsonParser parser,
      String why)
      throws IOException {
    if (!isCollecting() || token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
      return NOT_HANDLED;
    }
    var result =
        collected(parser, "WRONG_TYPE", "is not " + JsonRefusals.nameOf(target.getRawClass()));
    parser.skipChildren();
    return result;
  }

  @Override
  public @Nullable Object handleInstantiationProblem(
      DeserializationContext context, Class<?> target, Object argument, Throwable failure) {
    return switch (failure) {
      case Problem problem when problem.faults().isEmpty() ->
          collected(context.getParser(), problem.type().code(), problem.detail());
      default -> NOT_HANDLED;
    };
  }

  private static @Nullable Object collected(JsonParser parser, String code, String message) {
    if (!isCollecting()) {
      return NOT_HANDLED;
    }
    add(pointerOf(parser, null), code, message);
    return null;
  }

  private static void add(String pointer, String code, String message) {
    var faults = COLLECTED.get();
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(pointer, code, message));
    }
  }

  private static boolean isCollecting() {
    return COLLECTED.isBound();
  }

  private static String pointerOf(JsonParser parser, @Nullable String name) {
    var pointer = parser.getParsingContext().pathAsPointer().toString();
    return name == null ? pointer : pointer + "/" + JsonRefusals.escaped(name);
  }
}
