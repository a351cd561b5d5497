package org.gonghui.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gateway's configuration; the routing table is data. */
@ConfigMapping(prefix = "gonghui.gateway")
public interface GatewaySettings {
  /** What proves who asks. */
  enum Credential {
    TOKEN,
    KEY
  }

  /** Where the door listens. */
  String host();

  int port();

  /** Zero: one per processor. */
  int eventLoops();

  /** Connections to one service from one event loop. */
  int connectionsPerLoop();

  /** Host names that are served; none means any. */
  Optional<Set<String>> hosts();

  /** How long a connection may say nothing between requests, or take for a request's head. */
  Duration idle();

  /** How long a request's body may stall. */
  Duration bodyStall();

  /** How often instances are asked whether they are ready, and names for their addresses. */
  @WithDefault("PT1S")
  Duration watch();

  /** How long the gateway serves on after it said that it goes, so that others hear of it. */
  @WithDefault("PT5S")
  Duration notice();

  /** How long in-flight requests may take when the gateway stops. */
  Duration drain();

  /** A second listener that speaks TLS, and with it HTTP/2; none unless set. */
  Optional<Tls> tls();

  Cors cors();

  Oidc oidc();

  Catalogue catalogue();

  Map<String, Route> routes();

  /** One row of the routing table. */
  interface Route {
    String prefix();

    /**
     * {@code http://host:port} is one instance; of {@code dns://name:port} every address is one.
     */
    List<URI> upstream();

    /** Base64 of the HS256 key shared with the service alone. */
    String internalTokenKey();

    Duration timeout();

    /** Bytes. */
    long maxBody();

    int concurrency();

    Set<Credential> credentials();

    /** Exact paths that need no credential. */
    Optional<List<String>> open();
  }

  /** The listener for TLS. */
  interface Tls {
    int port();

    /** The name below {@code quarkus.tls} where the certificate is told. */
    String configuration();
  }

  /** Pages of other origins that may read answers. */
  interface Cors {
    /** Exactly these, each as a browser writes it; there is no wildcard. */
    Optional<Set<String>> origins();
  }

  /** Whose access tokens are believed. */
  interface Oidc {
    URI issuer();

    /** Where the issuer's keys are; Keycloak's place unless set. */
    Optional<URI> jwks();

    String audience();

    String consoleClient();

    @WithDefault("PT10S")
    Duration refreshAtMostEvery();
  }

  /** The services' OpenAPI. */
  interface Catalogue {
    Duration refresh();
  }
}
