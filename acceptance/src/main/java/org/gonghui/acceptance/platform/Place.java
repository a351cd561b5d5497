package org.gonghui.acceptance.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Where a running platform stands: its door, its log-in and its state on this machine. */
public record Place(URI gateway, URI issuer, Path state) {
  private static final int KEYCLOAK_ABOVE_GATEWAY = 100;

  public static Place ofEnvironment() {
    return of(System.getenv());
  }

  static Place of(Map<String, String> environment) {
    var gateway =
        URI.create(environment.getOrDefault("GONGHUI_GATEWAY_URL", "http://localhost:8080"));
    var issuer = environment.get("GONGHUI_OIDC_ISSUER");
    return new Place(
        gateway,
        issuer == null ? besides(gateway) : URI.create(issuer),
        Path.of(environment.getOrDefault("GONGHUI_STATE_DIR", ".gonghui")));
  }

  public static Place at(int portBase, Path state) {
    var gateway = URI.create("http://localhost:" + portBase);
    return new Place(gateway, besides(gateway), state);
  }

  /** The port that the local platform gives a server of which the gateway has the base port. */
  public int port(int aboveGateway) {
    return gateway.getPort() + aboveGateway;
  }

  private static URI besides(URI gateway) {
    var port = gateway.getPort() + KEYCLOAK_ABOVE_GATEWAY;
    return URI.create("http://localhost:" + port + "/realms/gonghui");
  }
}
