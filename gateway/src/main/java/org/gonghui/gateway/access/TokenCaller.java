package org.gonghui.gateway.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.gateway.access.Caller.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the caller from a Keycloak access token's claims. */
final class TokenCaller {
  private TokenCaller() {}

  static Caller of(JWTClaimsSet claims) throws ParseException {
    var name = claims.getStringClaim("preferred_username");
    var service = name != null && name.startsWith("service-account-");
    return new Caller(
        claims.getSubject(),
        name == null ? claims.getSubject() : name,
        service ? Kind.SERVICE : Kind.USER,
        groups(claims, service),
        single(claims, "area"),
        single(claims, "person_key"),
        single(claims, "employer"),
        List.of(),
        claims.getStringClaim("azp"));
  }

  /** Realm roles; a role with a colon would look like a scope, and only services have scopes. */
  private static List<String> groups(JWTClaimsSet claims, boolean service) throws ParseException {
    var groups = new ArrayList<String>();
    var access = claims.getJSONObjectClaim("realm_access");
    if (access != null && access.get("roles") instanceof List<?> roles) {
      for (var role : roles) {
        if (role instanceof String text && isRole(text)) {
          groups.add(text);
        }
      }
    }
    var scope = claims.getStringClaim("scope");
    if (service && scope != null) {
      for (var one : scope.split(" ")) {
        if (one.indexOf(':') > 0) {
          groups.add(one);
        }
      }
    }
    return groups;
  }

  private static boolean isRole(String role) {
    return role.indexOf(':') < 0
        && !role.startsWith("default-roles-")
        && !role.equals("offline_access")
        && !role.equals("uma_authorization");
  }

  /** Keycloak writes a user attribute as text, or as a list when it is mapped so. */
  private static @Nullable String single(JWTClaimsSet claims, String name) {
    return switch (claims.getClaim(name)) {
      case String text when !text.isEmpty() -> text;
      case List<?> list when list.size() == 1 && list.getFirst() instanceof String text -> text;
      case null, default -> null;
    };
  }
}
