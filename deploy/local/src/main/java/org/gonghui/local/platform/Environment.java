package org.gonghui.local.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gonghui.local.platform.External.Admin;
import org.gonghui.local.secret.Secrets;
import org.gonghui.local.server.Database;
import org.gonghui.local.server.Database.Role;

/** The environment variables by which services and gateway are told everything. */
record Environment(Secrets secrets, Admin admin, String kafka) {
  private static final String TOKEN_KEY = "GONGHUI_INTERNAL_TOKEN_KEY";

  Map<String, String> ofService(String service, int port) {
    var environment = common(service.replace('-', '_'), port);
    environment.put(TOKEN_KEY, secrets.key(tokenKey(service)));
    environment.put("GONGHUI_AID_CLIENT_SECRET", secrets.password("GONGHUI_AID_CLIENT_SECRET"));
    return environment;
  }

  Map<String, String> ofGateway(PortPlan ports, String issuer, Path partners) {
    var environment = common("gateway", ports.administration());
    environment.put("GONGHUI_GATEWAY_HOST", "127.0.0.1");
    environment.put("GONGHUI_GATEWAY_PORT", String.valueOf(ports.gateway()));
    environment.put(TOKEN_KEY, secrets.key(tokenKey("gateway")));
    environment.put("GONGHUI_GATEWAY_NOTICE", "0s");
    environment.put("GONGHUI_OIDC_ISSUER", issuer);
    for (var service : List.of("mutual-insurance", "aid")) {
      environment.put(tokenKey(service), secrets.key(tokenKey(service)));
    }
    environment.put(
        "GONGHUI_UPSTREAM_MUTUAL_INSURANCE", "http://127.0.0.1:" + ports.mutualInsurance());
    environment.put("GONGHUI_UPSTREAM_AID", "http://127.0.0.1:" + ports.aid());
    environment.put("GONGHUI_PARTNER_PEPPER", secrets.key("GONGHUI_PARTNER_PEPPER"));
    environment.put("GONGHUI_DEMO_PARTNERS", partners.toString());
    return environment;
  }

  /** The database of a service, as the environment of {@link #ofService} will ask for it. */
  static Database database(Secrets secrets, String name) {
    return new Database(name, role(secrets, name + "_owner"), role(secrets, name));
  }

  static Role role(Secrets secrets, String name) {
    return new Role(name, secrets.password("POSTGRES_PASSWORD_" + name.toUpperCase(Locale.ROOT)));
  }

  private Map<String, String> common(String database, int port) {
    var roles = database(secrets, database);
    var environment = new HashMap<String, String>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    // A person reads these logs; production keeps JSON.
    environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
    environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "15s");
    // There is one of each here, so nobody has to hear beforehand that it goes.
    environment.put("QUARKUS_SHUTDOWN_DELAY", "0s");
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", admin.urlOf(database));
    environment.put("QUARKUS_DATASOURCE_USERNAME", roles.application().name());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", roles.application().password());
    environment.put("QUARKUS_FLYWAY_USERNAME", roles.owner().name());
    environment.put("QUARKUS_FLYWAY_PASSWORD", roles.owner().password());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    environment.put("GONGHUI_KEYSET", secrets.keyset("GONGHUI_KEYSET"));
    environment.put("GONGHUI_PERSON_KEY_SECRET", secrets.key("GONGHUI_PERSON_KEY_SECRET"));
    return environment;
  }

  private static String tokenKey(String service) {
    return TOKEN_KEY + "_" + service.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
