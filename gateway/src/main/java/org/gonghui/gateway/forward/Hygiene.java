package org.gonghui.gateway.forward;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gonghui.gateway.problem.Names;

/** Which headers pass: none that concern one hop, and inward none that claim who somebody is. */
final class Hygiene {
  /** Dropped both ways: they speak about one connection. */
  private static final String[] HOP_BY_HOP = {
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-authentication-info",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "http2-settings"
  };

  /** Dropped inward as well: credentials, claims about the caller, and what the gateway sets. */
  private static final String[] FROM_OUTSIDE = {
    "authorization",
    "baggage",
    "cookie",
    "expect",
    "forwarded",
    "from",
    "remote-user",
    "authenticated-user",
    "traceparent",
    "tracestate",
    "via",
    "true-client-ip",
    "cf-connecting-ip",
    "client-ip",
    "ssl-client-cert",
    "ssl-client-verify"
  };

  /** Dropped outward as well: what names the software, and what is the door's to decide. */
  private static final String[] FROM_SERVICE = {
    "server",
    "x-powered-by",
    "x-request-id",
    "strict-transport-security",
    "access-control-allow-origin",
    "access-control-allow-credentials",
    "access-control-allow-headers",
    "access-control-allow-methods",
    "access-control-expose-headers",
    "access-control-max-age"
  };

  private static final String[][] INWARD = byLetter(HOP_BY_HOP, FROM_OUTSIDE);
  private static final String[][] OUTWARD = byLetter(HOP_BY_HOP, FROM_SERVICE);

  private Hygiene() {}

  /** Copies what may reach a service; of the X- headers only what asks for nothing special. */
  static void copyInward(MultiMap from, MultiMap to) {
    var named = namedInConnection(from);
    if (from instanceof HeadersMultiMap plain) {
      // Its usual iteration makes strings of names.
      plain.iteratorCharSequence().forEachRemaining(header -> copyInward(header, to, named));
    } else {
      from.forEach(header -> copyInward(header, to, named));
    }
  }

  private static void copyInward(
      Map.Entry<? extends CharSequence, ? extends CharSequence> header,
      MultiMap to,
      List<String> named) {
    var name = header.getKey();
    var private_ = (name.charAt(0) | 0x20) == 'x' && name.length() > 1 && name.charAt(1) == '-';
    if (!private_ && !isListed(INWARD, name) && indexOfUnderscore(name) < 0) {
      copy(header, to, named);
    }
  }

  static void copyOutward(MultiMap from, MultiMap to) {
    var named = namedInConnection(from);
    for (var header : from) {
      if (!isListed(OUTWARD, header.getKey())) {
        copy(header, to, named);
      }
    }
    if (!to.contains(Names.CONTENT_TYPE_OPTIONS)) {
      to.add(Names.CONTENT_TYPE_OPTIONS, Names.NOSNIFF);
    }
    if (!to.contains(Names.CACHE_CONTROL)) {
      to.add(Names.CACHE_CONTROL, Names.NO_STORE);
    }
  }

  private static void copy(
      Map.Entry<? extends CharSequence, ? extends CharSequence> header,
      MultiMap to,
      List<String> named) {
    for (var name : named) {
      if (AsciiString.contentEqualsIgnoreCase(name, header.getKey())) {
        return;
      }
    }
    to.add(header.getKey(), header.getValue());
  }

  /** A sender may declare any header to be about this hop alone; that never removes the body. */
  private static List<String> namedInConnection(MultiMap headers) {
    if (!headers.contains(Names.CONNECTION)) {
      return List.of();
    }
    var named = new ArrayList<String>();
    for (var value : headers.getAll(Names.CONNECTION)) {
      for (var one : value.split(",")) {
        var name = one.strip();
        if (!name.isEmpty()
            && !name.equalsIgnoreCase("content-length")
            && !name.equalsIgnoreCase("content-type")
            && !name.equalsIgnoreCase("host")) {
          named.add(name);
        }
      }
    }
    return named;
  }

  private static boolean isListed(String[][] byLetter, CharSequence name) {
    var letter = (name.charAt(0) | 0x20) - 'a';
    if (letter < 0 || letter >= 26) {
      return false;
    }
    for (var listed : byLetter[letter]) {
      if (listed.length() == name.length() && AsciiString.contentEqualsIgnoreCase(listed, name)) {
        return true;
      }
    }
    return false;
  }

  private static int indexOfUnderscore(CharSequence name) {
    for (var i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '_') {
        return i;
      }
    }
    return -1;
  }

  private static String[][] byLetter(String[] one, String[] other) {
    var all = new ArrayList<>(List.of(one));
    all.addAll(List.of(other));
    var letters = new String[26][];
    for (var letter = 0; letter < 26; letter++) {
      var first = (char) ('a' + letter);
      letters[letter] = all.stream().filter(name -> name.charAt(0) == first).toArray(String[]::new);
    }
    return letters;
  }
}
