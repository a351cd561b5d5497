package org.gonghui.gateway.door;

import static org.gonghui.gateway.problem.Refusal.REQUEST_MALFORMED;

import io.vertx.core.MultiMap;

/**
 * What the fields of an HTTP/2 request must be to mean the same in HTTP/1.1, which services speak:
 * binary framing lets a line break or a colon through that would begin another header there.
 */
final class Fields {
  private static final String NAME_MARKS = "!#$%&'*+-.^_`|~";

  private Fields() {}

  static void check(MultiMap headers) {
    for (var field : headers) {
      if (!isName(field.getKey()) || !isValue(field.getValue())) {
        throw REQUEST_MALFORMED.because("A header is not valid");
      }
    }
  }

  private static boolean isName(String name) {
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || NAME_MARKS.indexOf(c) >= 0)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isValue(String value) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c < ' ' && c != '\t' || c == 127) {
        return false;
      }
    }
    return true;
  }
}
