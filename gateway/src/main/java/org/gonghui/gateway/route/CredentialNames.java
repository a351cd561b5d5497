package org.gonghui.gateway.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** How credentials are called when somebody puts them into a URL. */
final class CredentialNames {
  private static final Set<String> NAMES =
      Set.of(
          "accesstoken",
          "apikey",
          "authorization",
          "bearer",
          "idtoken",
          "jwt",
          "refreshtoken",
          "token",
          "xapikey");

  private CredentialNames() {}

  static boolean isOne(String query, int from, int to) {
    var pair = query.substring(from, to);
    if (pair.indexOf('%') >= 0) {
      pair = URLDecoder.decode(pair, StandardCharsets.UTF_8);
    }
    if (pair.contains("ghk_")) {
      return true;
    }
    var equals = pair.indexOf('=');
    var name = equals < 0 ? pair : pair.substring(0, equals);
    return NAMES.contains(name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", ""));
  }
}
