package org.gonghui.kit.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 6901 pointers, from the paths of the reader and of the validator. */
public final class Pointers {
  private Pointers() {}

  static String of(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "/" + step.getIndex()
                    : "/" + escaped(step.getFieldName()))
        .collect(Collectors.joining());
  }

  /** The steps of a path below a method parameter, or of a whole bean. */
  public static List<String> stepsOf(Path path) {
    var steps = new ArrayList<String>();
    for (var node : path) {
      switch (node.getKind()) {
        case METHOD, CONSTRUCTOR, PARAMETER, CROSS_PARAMETER, RETURN_VALUE, BEAN -> {}
        case PROPERTY, CONTAINER_ELEMENT -> addSteps(node, steps);
      }
    }
    return steps;
  }

  static String of(Path path) {
    return stepsOf(path).stream().map(step -> "/" + step).collect(Collectors.joining());
  }

  private static void addSteps(Path.Node node, List<String> steps) {
    var place = node.getIndex() != null ? node.getIndex() : node.getKey();
    if (node.isInIterable() && place != null) {
      steps.add(escaped(place.toString()));
    }
    var name = node.getName();
    if (name != null && !name.startsWith("<")) {
      steps.add(escaped(name));
    }
  }

  private static String escaped(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }
}
