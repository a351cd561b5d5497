package org.gonghui.gateway.route;

import static org.gonghui.gateway.problem.Refusal.PATH_NOT_CANONICAL;
import static org.gonghui.gateway.problem.Refusal.QUERY_MALFORMED;

import org.gonghui.gateway.problem.Refusal;

/**
 * What a request asks for, in the only spelling that is accepted; the same string decides here and
 * is forwarded.
 */
public record RequestTarget(String uri, String path, String query) {
  private static final int PLAIN = 0;
  private static final int SLASH = 1;
  private static final int PERCENT = 2;
  private static final int REFUSED = 3;
  private static final byte[] PATH_CHARACTERS = new byte[128];

  static {
    for (var c = 0; c < 128; c++) {
      var plain = isUnreserved(c) || "!$&'()*+,=:@".indexOf(c) >= 0;
      PATH_CHARACTERS[c] = (byte) (plain ? PLAIN : REFUSED);
    }
    PATH_CHARACTERS['/'] = SLASH;
    PATH_CHARACTERS['%'] = PERCENT;
  }

  /** Refuses every other spelling of the same thing, before anything else looks at it. */
  public static RequestTarget of(String uri) {
    if (uri.isEmpty() || uri.charAt(0) != '/') {
      throw PATH_NOT_CANONICAL.because("The request target does not begin with a slash");
    }
    var end = uri.indexOf('?');
    if (end < 0) {
      checkPath(uri, uri.length());
      return new RequestTarget(uri, uri, "");
    }
    checkPath(uri, end);
    var query = uri.substring(end + 1);
    Query.check(query);
    return new RequestTarget(uri, uri.substring(0, end), query);
  }

  private static void checkPath(String uri, int end) {
    var segment = 1;
    for (var i = 1; i < end; i++) {
      var c = uri.charAt(i);
      switch (c < 128 ? PATH_CHARACTERS[c] : REFUSED) {
        case PLAIN -> {}
        case SLASH -> {
          checkSegment(uri, segment, i);
          segment = i + 1;
        }
        case PERCENT -> i = PercentEncoding.checkCharacter(uri, i, end, PATH_NOT_CANONICAL) - 1;
        default -> throw PATH_NOT_CANONICAL.because("The path holds a character it must not hold");
      }
    }
    if (end > 1) {
      checkSegment(uri, segment, end);
    }
  }

  private static void checkSegment(String uri, int from, int to) {
    if (from == to) {
      throw PATH_NOT_CANONICAL.because("The path holds an empty segment");
    }
    for (var i = from; i < to; i++) {
      if (uri.charAt(i) != '.') {
        return;
      }
    }
    throw PATH_NOT_CANONICAL.because("The path holds a dot segment");
  }

  static boolean isUnreserved(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /** The query string: forwarded as it came, if it is well-formed and names no credential. */
  private static final class Query {
    static void check(String query) {
      for (var i = 0; i < query.length(); i++) {
        var c = query.charAt(i);
        if (c <= ' ' || c >= 127 || c == '#' || c == '\\') {
          throw QUERY_MALFORMED.because("The query holds a character that must be encoded");
        }
        if (c == '%') {
          i = PercentEncoding.checkCharacter(query, i, query.length(), QUERY_MALFORMED) - 1;
        }
      }
      refuseCredentials(query);
    }

    private static void refuseCredentials(String query) {
      var name = 0;
      while (name < query.length()) {
        var next = query.indexOf('&', name);
        var end = next < 0 ? query.length() : next;
        if (CredentialNames.isOne(query, name, end)) {
          throw Refusal.CREDENTIAL_IN_QUERY.because("Send it in a header; this one is now known");
        }
        name = end + 1;
      }
    }
  }
}
