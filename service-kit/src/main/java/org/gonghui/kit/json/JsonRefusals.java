package org.gonghui.kit.json;

import static org.gonghui.kit.problem.Problems.INVALID;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What a failure of the JSON reader means to the caller; it never tells the value back. */
public final class JsonRefusals {
  static final String MALFORMED = "MALFORMED_JSON";

  private JsonRefusals() {}

  public static Optional<Problem> in(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .filter(JacksonException.class::isInstance)
        .findFirst()
        .map(cause -> INVALID.because("see errors").and(fault((JacksonException) cause)));
  }

  static Fault fault(JacksonException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException unknown ->
          new Fault(Pointers.of(unknown), "UNKNOWN_FIELD", "is not a field here");
      case InvalidFormatException wrong ->
          new Fault(Pointers.of(wrong), "WRONG_VALUE", "is not " + nameOf(wrong.getTargetType()));
      case JsonMappingException wrong when wrong.getCause() instanceof Problem problem ->
          new Fault(Pointers.of(wrong), problem.type().code(), problem.detail());
      case JsonMappingException wrong ->
          new Fault(Pointers.of(wrong), "WRONG_TYPE", "cannot be read as what belongs here");
      case JsonProcessingException broken ->
          new Fault("", MALFORMED, "not well-formed" + place(broken));
      default -> new Fault("", MALFORMED, "not well-formed");
    };
  }

  /** What a type is called by people who write JSON. */
  static String nameOf(@Nullable Class<?> type) {
    if (type == null) {
      return "what belongs here";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type == String.class || type == UUID.class) {
      return type == String.class ? "a string" : "a UUID";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number of the right range";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "a date or time in ISO form";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "an array";
    }
    return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "what belongs here";
  }

  private static String place(JsonProcessingException broken) {
    var location = broken.getLocation();
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }
}
