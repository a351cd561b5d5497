package org.gonghui.kit.testing.snapshot;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** The JSON schema of an event record, read off its components. */
final class EventSchema {
  private EventSchema() {}

  static Map<String, Object> of(Class<?> record) {
    var properties = new LinkedHashMap<String, Object>();
    for (var component : record.getRecordComponents()) {
      properties.put(component.getName(), schema(component.getGenericType()));
    }
    var required =
        Arrays.stream(record.getRecordComponents())
            .filter(it -> !isOptional(it))
            .map(RecordComponent::getName)
            .toList();
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("required", required);
    schema.put("properties", properties);
    return schema;
  }

  /** An event of that kind with values that mean nothing, to ask it for its type. */
  static DomainEvent sample(Class<?> record) {
    return (DomainEvent) instance(record);
  }

  private static boolean isOptional(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    return type.isAnnotationPresent(Nullable.class) || component.getType() == Optional.class;
  }

  private static Map<String, Object> schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      var arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == Optional.class) {
        return schema(arguments[0]);
      }
      return Map.class.isAssignableFrom((Class<?>) generic.getRawType())
          ? ordered("type", "object", "additionalProperties", schema(arguments[1]))
          : ordered("type", "array", "items", schema(arguments[0]));
    }
    return schema((Class<?>) type);
  }

  private static Map<String, Object> schema(Class<?> type) {
    if (type.isEnum()) {
      var names = Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
      return ordered("type", "string", "enum", names);
    }
    return switch (type.getName()) {
      case "java.util.UUID" -> ordered("type", "string", "format", "uuid");
      case "java.time.Instant" -> ordered("type", "string", "format", "date-time");
      case "java.time.LocalDate" -> ordered("type", "string", "format", "date");
      case "java.time.YearMonth" -> ordered("type", "string", "pattern", "^\\d{4}-\\d{2}$");
      case "org.gonghui.kit.money.Money" ->
          ordered("type", "string", "pattern", "^-?\\d{1,12}\\.\\d{2}$");
      case "org.gonghui.kit.person.PersonKey" ->
          ordered("type", "string", "pattern", "^[A-Za-z0-9_-]{43}$");
      case "int", "long", "short", "java.lang.Integer", "java.lang.Long" ->
          Map.of("type", "integer");
      case "boolean", "java.lang.Boolean" -> Map.of("type", "boolean");
      case "java.math.BigDecimal", "double" -> Map.of("type", "number");
      case "java.lang.String", "org.gonghui.kit.person.CreditCode" -> Map.of("type", "string");
      default -> {
        if (!type.isRecord()) {
          throw new IllegalArgumentException("no schema is known for " + type.getName());
        }
        yield of(type);
      }
    };
  }

  private static Map<String, Object> ordered(String name, Object value, String more, Object other) {
    var map = new LinkedHashMap<String, Object>();
    map.put(name, value);
    map.put(more, other);
    return map;
  }

  private static Object instance(Class<?> record) {
    try {
      var components = record.getRecordComponents();
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(Arrays.stream(types).map(EventSchema::value).toArray());
    } catch (ReflectiveOperationException cause) {
      throw new IllegalArgumentException("no sample can be made of " + record.getName(), cause);
    }
  }

  private static Object value(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (Collection.class.isAssignableFrom(type)) {
      return type == Set.class ? Set.of() : List.of();
    }
    return switch (type.getName()) {
      case "java.util.UUID" -> new UUID(0, 1);
      case "java.time.Instant" -> Instant.EPOCH;
      case "java.time.LocalDate" -> LocalDate.EPOCH;
      case "java.time.YearMonth" -> YearMonth.of(1970, 1);
      case "org.gonghui.kit.money.Money" -> Money.ofFen(100);
      case "org.gonghui.kit.person.PersonKey" -> PersonKey.of("A".repeat(43));
      case "org.gonghui.kit.person.CreditCode" -> CreditCode.of("91350100M000100Y43");
      case "int", "java.lang.Integer" -> 1;
      case "long", "java.lang.Long" -> 1L;
      case "short" -> (short) 1;
      case "boolean", "java.lang.Boolean" -> true;
      case "double" -> 1.0;
      case "java.math.BigDecimal" -> BigDecimal.ONE;
      case "java.lang.String" -> "330602";
      case "java.util.Map" -> Map.of();
      case "java.util.Optional" -> Optional.empty();
      default -> instance(type);
    };
  }
}
