package org.gonghui.kit.http;

import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.json.Characters;
import org.gonghui.kit.problem.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Refuses query parameters that an endpoint does not declare or that are not of its type. */
public class QueryParameters {
  @ServerRequestFilter
  void check(ContainerRequestContext request, SimpleResourceInfo resource) {
    var given = request.getUriInfo().getQueryParameters();
    if (given.isEmpty()) {
      return;
    }
    var declared = ResourceMethods.queryParameters(ResourceMethods.of(resource));
    var faults = new ArrayList<Fault>();
    given.forEach((name, values) -> check(name, values, declared.get(name), faults));
    if (!faults.isEmpty()) {
      faults.sort(Comparator.comparing(Fault::pointer));
      throw INVALID.because("see errors").and(faults);
    }
  }

  private static void check(
      String name, List<String> values, @Nullable Type type, List<Fault> faults) {
    if (type == null) {
      var shown = Characters.faultOf(name, 60) == null ? name : "?";
      faults.add(new Fault(shown, "UNKNOWN_PARAMETER", "is not a parameter of this endpoint"));
    } else if (values.size() > 1 && type instanceof Class<?> single && !single.isArray()) {
      faults.add(new Fault(name, "REPEATED_PARAMETER", "may be given once only"));
    } else {
      values.forEach(value -> checkValue(name, value, type, faults));
    }
  }

  private static void checkValue(String name, String value, Type type, List<Fault> faults) {
    var fault = Characters.faultOf(value, 1000);
    if (fault != null) {
      faults.add(new Fault(name, fault, "has a character or a length that is not allowed"));
    } else if (!isReadable(value, type)) {
      faults.add(new Fault(name, "WRONG_TYPE", "is not " + nameOf(type)));
    }
  }

  /** Converted here too, because the framework answers 404 to what it cannot convert. */
  private static boolean isReadable(String value, Type type) {
    try {
      return switch (type.getTypeName()) {
        case "int", "java.lang.Integer" -> Integer.toString(Integer.parseInt(value)) != null;
        case "long", "java.lang.Long" -> Long.toString(Long.parseLong(value)) != null;
        case "boolean", "java.lang.Boolean" -> value.equals("true") || value.equals("false");
        case "java.util.UUID" -> UUID.fromString(value).toString().equalsIgnoreCase(value);
        case "java.time.LocalDate" -> isDated(value) && LocalDate.parse(value) != null;
        case "java.time.YearMonth" -> isDated(value) && YearMonth.parse(value) != null;
        case "java.time.Year" -> isDated(value) && Year.parse(value) != null;
        case "java.time.Instant" -> isDated(value) && Instant.parse(value) != null;
        default -> !(type instanceof Class<?> known && known.isEnum()) || isOf(value, known);
      };
    } catch (DateTimeException | IllegalArgumentException _) {
      return false;
    }
  }

  /** Years have four digits: a store cannot keep the others. */
  private static boolean isDated(String value) {
    return !value.isEmpty() && Character.isDigit(value.charAt(0));
  }

  private static boolean isOf(String value, Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .anyMatch(constant -> ((Enum<?>) constant).name().equals(value));
  }

  private static String nameOf(Type type) {
    return type instanceof Class<?> known && known.isEnum()
        ? "one of " + Arrays.toString(known.getEnumConstants())
        : "a valid " + type.getTypeName().replaceAll(".*\\.", "");
  }
}
