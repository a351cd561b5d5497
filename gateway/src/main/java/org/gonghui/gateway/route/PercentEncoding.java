package org.gonghui.gateway.route;

import org.gonghui.gateway.problem.Refusal;

/** Checks one percent-encoded character: valid UTF-8, and nothing that needed no encoding. */
final class PercentEncoding {
  private PercentEncoding() {}

  /** Returns the index after the character that begins at the percent sign. */
  static int checkCharacter(String text, int at, int end, Refusal refusal) {
    var first = octet(text, at, end, refusal);
    if (first < 0x80) {
      if (refusal == Refusal.PATH_NOT_CANONICAL && isRefusedInPath(first)) {
        throw refusal.because("The path holds an encoded character that must not be encoded");
      }
      if (first < 0x20 && first != '\t' && first != '\n' && first != '\r' || first == 0x7F) {
        throw refusal.because("A control character is encoded");
      }
      return at + 3;
    }
    var continuation = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    var codePoint = first & (0x3F >> continuation);
    for (var i = 1; i <= continuation; i++) {
      var next = octet(text, at + 3 * i, end, refusal);
      if ((next & 0xC0) != 0x80) {
        throw broken(refusal);
      }
      codePoint = codePoint << 6 | next & 0x3F;
    }
    checkCodePoint(first, codePoint, continuation, refusal);
    return at + 3 * (continuation + 1);
  }

  private static void checkCodePoint(int first, int codePoint, int continuation, Refusal refusal) {
    var least = continuation == 1 ? 0x80 : continuation == 2 ? 0x800 : 0x10000;
    var surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    if (first < 0xC2 || first > 0xF4 || codePoint < least || codePoint > 0x10FFFF || surrogate) {
      throw broken(refusal);
    }
    if (codePoint < 0xA0) {
      throw refusal.because("A control character is encoded");
    }
  }

  /** Separators, dots, controls and what means the same unencoded; also the percent sign itself. */
  private static boolean isRefusedInPath(int octet) {
    return octet < 0x20
        || RequestTarget.isUnreserved(octet)
        || "/\\;%!$&'()*+,=:@".indexOf(octet) >= 0;
  }

  private static int octet(String text, int at, int end, Refusal refusal) {
    if (at + 2 >= end || text.charAt(at) != '%') {
      throw broken(refusal);
    }
    var high = hex(text.charAt(at + 1), refusal);
    var low = hex(text.charAt(at + 2), refusal);
    return high << 4 | low;
  }

  /** In a path only upper case is canonical. */
  private static int hex(char c, Refusal refusal) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'A' && c <= 'F') {
      return c - 'A' + 10;
    }
    if (c >= 'a' && c <= 'f' && refusal == Refusal.QUERY_MALFORMED) {
      return c - 'a' + 10;
    }
    throw broken(refusal);
  }

  private static RuntimeException broken(Refusal refusal) {
    return refusal.because("The percent-encoding is broken or not UTF-8 in upper-case hex");
  }
}
