package org.gonghui.kit.http;

import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gonghui.kit.json.Pointers;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.problem.HttpProblems;
import org.gonghui.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Tells broken constraints with the place of each, all together. */
final class Violations {
  private Violations() {}

  static Problem refusal(ConstraintViolationException violations, Method method) {
    var faults =
        violations.getConstraintViolations().stream()
            .map(violation -> fault(violation, method))
            .distinct()
            .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
            .toList();
    return violations.getConstraintViolations().stream().anyMatch(Violations::isOfAnswer)
        ? HttpProblems.INTERNAL.because("the answer was not valid; it was noted")
        : INVALID.because("see errors").and(faults);
  }

  private static boolean isOfAnswer(ConstraintViolation<?> violation) {
    for (var node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return true;
      }
    }
    return false;
  }

  private static Fault fault(ConstraintViolation<?> violation, Method method) {
    var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
    return new Fault(
        pointer(violation.getPropertyPath(), method),
        upperSnake(constraint.getSimpleName()),
        violation.getMessage());
  }

  /** A JSON pointer for what lies in the body, the bare name for a parameter. */
  private static String pointer(Path path, Method method) {
    Parameter parameter = null;
    for (var node : path) {
      if (node.getKind() == ElementKind.PARAMETER) {
        var index = node.as(Path.ParameterNode.class).getParameterIndex();
        parameter = method.getParameters()[index];
      }
    }
    return join(parameter, Pointers.stepsOf(path));
  }

  private static String join(@Nullable Parameter parameter, List<String> steps) {
    if (parameter == null || parameter.getAnnotations().length == 0) {
      return steps.isEmpty() ? "" : "/" + String.join("/", steps);
    }
    if (parameter.isAnnotationPresent(BeanParam.class)) {
      return String.join("/", steps);
    }
    var isInBody = ResourceMethods.isBody(parameter);
    if (steps.isEmpty()) {
      return isInBody ? "" : parameter.getName();
    }
    return (isInBody ? "/" : parameter.getName() + "/") + String.join("/", steps);
  }

  private static String upperSnake(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
