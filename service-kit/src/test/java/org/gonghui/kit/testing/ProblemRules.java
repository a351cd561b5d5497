package org.gonghui.kit.testing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Map;
import org.gonghui.kit.problem.ExplainedProblem;
import org.gonghui.kit.problem.ProblemType;

/** Every refusal that is a constant of the code is explained, in both languages, as it is. */
final class ProblemRules {
  private final Map<String, ExplainedProblem> explained =
      ExplainedProblem.all().stream()
          .collect(toMap(ExplainedProblem::code, it -> it, (one, _) -> one));
  private final ArrayList<String> found = new ArrayList<>();

  static void check(JavaClasses classes) {
    var rules = new ProblemRules();
    classes.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getRawType().isEquivalentTo(ProblemType.class))
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .forEach(field -> rules.check(valueOf(field)));
    assertThat(rules.found)
        .as("what problems.csv (beside application.properties) does not tell")
        .isEmpty();
  }

  private void check(ProblemType type) {
    var line = explained.get(type.code());
    if (line == null) {
      found.add(
          "a line: %s,%d,%s,%s,…,…"
              .formatted(type.code(), type.kind().status(), type.title(), type.titleZh()));
      return;
    }
    var told = new ProblemType(line.code(), type.kind(), line.title(), line.titleZh());
    if (!told.equals(type) || line.status() != type.kind().status()) {
      found.add("the same as the code: " + type);
    }
    if (line.meaning().isBlank() || !line.meaningZh().matches("(?s).*[\\u4e00-\\u9fff].*")) {
      found.add("the meaning of %s in English and Chinese".formatted(type.code()));
    }
  }

  private static ProblemType valueOf(JavaField field) {
    try {
      var constant = field.reflect();
      constant.setAccessible(true);
      return (ProblemType) constant.get(null);
    } catch (IllegalAccessException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
