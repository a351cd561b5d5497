package org.gonghui.kit.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Finds every fault of a body that could not be bound: takes the faulty place out and binds again,
 * until what is left is sound, and then checks the constraints of that.
 */
@Singleton
class FaultSearch {
  private static final int MOST_FAULTS = 50;
  private static final int MOST_FAULTS_OF_LARGE = 5;
  private static final int LARGE = 65_536;

  private final ObjectMapper mapper;
  private final Validator validator;

  FaultSearch(ObjectMapper mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
  }

  List<Fault> in(byte[] body, Type type) throws IOException {
    var most = body.length > LARGE ? MOST_FAULTS_OF_LARGE : MOST_FAULTS;
    var reader = mapper.readerFor(mapper.constructType(type));
    var lenient = reader.without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    var tree = mapper.readTree(body);
    var faults = new ArrayList<Fault>();
    while (faults.size() < most) {
      try {
        var bound = reader.<Object>readValue(tree);
        addConstraints(bound, faults);
        return faults;
      } catch (JsonMappingException failure) {
        var fault = JsonRefusals.fault(failure);
        var isConsequence = isKnown(fault, faults);
        if (isConsequence && reader == lenient) {
          return faults;
        }
        if (isConsequence) {
          reader = lenient;
        } else if (faults.add(fault) && !takeOut(tree, fault.pointer())) {
          return faults;
        }
      }
    }
    return faults;
  }

  private void addConstraints(@Nullable Object bound, List<Fault> faults) {
    if (bound == null) {
      return;
    }
    for (var violation : validator.validate(bound)) {
      var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
      var fault =
          new Fault(
              Pointers.of(violation.getPropertyPath()),
              upperSnake(constraint.getSimpleName()),
              violation.getMessage());
      if (!isKnown(fault, faults)) {
        faults.add(fault);
      }
    }
  }

  /** What lies at, above or below a place already named follows from it. */
  private static boolean isKnown(Fault fault, List<Fault> faults) {
    var place = fault.pointer() + "/";
    return faults.stream()
        .map(known -> known.pointer() + "/")
        .anyMatch(known -> known.startsWith(place) || place.startsWith(known));
  }

  private static boolean takeOut(JsonNode tree, String pointer) {
    if (pointer.isEmpty()) {
      return false;
    }
    var place = JsonPointer.compile(pointer);
    var last = place.last();
    return switch (tree.at(place.head())) {
      case ObjectNode object -> object.remove(last.getMatchingProperty()) != null;
      case ArrayNode array when last.getMatchingIndex() >= 0 ->
          array.setNull(last.getMatchingIndex()) != null;
      default -> false;
    };
  }

  static String upperSnake(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
