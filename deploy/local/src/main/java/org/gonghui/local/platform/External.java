package org.gonghui.local.platform;

import java.util.Map;
import java.util.Optional;

/** Servers that somebody else runs and the environment names; each replaces one of ours. */
public record External(
    Optional<Admin> postgres, Optional<String> kafka, Optional<String> oidcIssuer) {

  public static External from(Map<String, String> environment) {
    return new External(
        Optional.ofNullable(environment.get("GONGHUI_POSTGRES_URL"))
            .map(
                url ->
                    new Admin(
                        url,
                        environment.getOrDefault("GONGHUI_POSTGRES_USER", "postgres"),
                        environment.getOrDefault("GONGHUI_POSTGRES_PASSWORD", ""))),
        Optional.ofNullable(environment.get("GONGHUI_KAFKA_BOOTSTRAP_SERVERS")),
        Optional.ofNullable(environment.get("GONGHUI_OIDC_ISSUER")));
  }

  /** Somebody who may create databases and roles, by a JDBC address of any database. */
  public record Admin(String url, String user, String password) {
    /** The same server's address of another database. */
    public String urlOf(String database) {
      return url.replaceFirst("^(jdbc:postgresql://[^/?]+)(/[^?]*)?", "$1/" + database);
    }
  }
}
