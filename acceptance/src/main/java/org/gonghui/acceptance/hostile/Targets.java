package org.gonghui.acceptance.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Request targets of one operation, right and wrong. */
final class Targets {
  private static final List<String> MALFORMED =
      List.of(
          "not-an-id",
          "0",
          "-1",
          "%00",
          "%F0%28%8C%28",
          "1'%20or%20'1'='1",
          "${jndi:a}",
          "%E4%B8%AD");
  private static final List<String> VALUES =
      List.of(
          "", "-1", "99999999999999999999", "%00", "2017-02-30", "zh%ED%A0%80", "a'b", "[]", "1e5");
  private static final List<String> TRICKS =
      List.of(
          ";v=1",
          "//",
          "/./",
          "/../",
          "/%2e%2e/",
          "%2f",
          "\\",
          "%5c",
          "/..;/",
          "%252e%252e/",
          "?%",
          "%zz");
  private final Operation operation;
  private final RandomGenerator lot;

  Targets(Operation operation, RandomGenerator lot) {
    this.operation = operation;
    this.lot = lot;
  }

  String sound() {
    var path = operation.path();
    for (var parameter : operation.parameters()) {
      if (parameter.in().equals("path")) {
        var value = new Sample(operation, lot).of(parameter.schema()).asText();
        path = path.replace("{" + parameter.name() + "}", encode(value));
      }
    }
    return path.replaceAll("\\{[^}]*}", "x");
  }

  String withMalformedIds() {
    var path = operation.path();
    return path.contains("{")
        ? path.replaceAll("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(pick(MALFORMED)))
        : path + "/" + pick(MALFORMED);
  }

  String withUnknownQuery() {
    return sound() + "?unheardOf" + lot.nextInt(100) + "=" + pick(VALUES);
  }

  String withWrongQuery() {
    var names =
        operation.parameters().stream()
            .filter(p -> p.in().equals("query"))
            .map(p -> p.name())
            .toList();
    var name = names.isEmpty() ? "limit" : pick(names);
    return sound() + "?" + encode(name) + "=" + pick(VALUES);
  }

  String withTrick() {
    var sound = sound();
    var slash = sound.indexOf('/', 5 + lot.nextInt(8));
    var at = slash < 0 ? sound.length() : slash;
    return sound.substring(0, at) + pick(TRICKS) + sound.substring(at);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(lot.nextInt(choices.size()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
