package org.gonghui.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gonghui.local.platform.External.Admin;
import org.gonghui.local.secret.DemoPeople;
import org.gonghui.local.secret.Secrets;
import org.gonghui.local.server.Artifacts;
import org.gonghui.local.server.Database;
import org.gonghui.local.server.KafkaServer;
import org.gonghui.local.server.KeycloakServer;
import org.gonghui.local.server.Ports;
import org.gonghui.local.server.PostgresServer;

/** PostgreSQL, Kafka and Keycloak: ours, or the ones that the environment names. */
record Servers(Checkout checkout, PortPlan ports, External external, Secrets secrets) {
  private static final List<String> DATABASES = List.of("mutual_insurance", "aid", "gateway");
  private static final int KAFKA_HEAP_MEGABYTES = 384;
  private static final int KEYCLOAK_HEAP_MEGABYTES = 320;

  /** Room for five services' pools; a crash of the machine loses nothing that was committed. */
  private static final Map<String, String> SETTINGS =
      Map.of("max_connections", "200", "shared_buffers", "256MB", "max_wal_size", "2GB");

  /** Only those that run here. */
  List<Component> components() {
    var components = new ArrayList<Component>();
    if (external.postgres().isEmpty()) {
      components.add(postgres());
    }
    if (external.kafka().isEmpty()) {
      components.add(kafkaBroker());
    }
    if (external.oidcIssuer().isEmpty()) {
      components.add(keycloak());
    }
    return components;
  }

  Admin admin() {
    return external.postgres().orElseGet(() -> ownAdmin(postgresSettings()));
  }

  String kafka() {
    return external.kafka().orElse("localhost:" + ports.kafka());
  }

  String issuer() {
    return external.oidcIssuer().orElse(KeycloakServer.issuer(ports.keycloak()));
  }

  /** Makes the databases and roles that are missing. */
  void ensureDatabases() {
    var admin = admin();
    for (var name : DATABASES) {
      Environment.database(secrets, name).ensure(admin.url(), admin.user(), admin.password());
    }
    if (external.oidcIssuer().isEmpty()) {
      keycloakDatabase().ensure(admin.url(), admin.user(), admin.password());
    }
  }

  private Component postgres() {
    return new Component(
        "postgres",
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(ports.postgres()),
        checkout.folder("postgres"),
        PostgresServer.STOP_SIGNAL,
        Optional.empty(),
        () -> Ports.isListening(ports.postgres()),
        () -> PostgresServer.start(postgresSettings(), Artifacts.fromMaven()).process());
  }

  private Component kafkaBroker() {
    var settings =
        new KafkaServer.Settings(
            checkout.folder("kafka"), ports.kafka(), ports.kafkaController(), KAFKA_HEAP_MEGABYTES);
    return new Component(
        "kafka",
        "localhost:" + ports.kafka(),
        settings.directory(),
        "TERM",
        Optional.empty(),
        () -> Ports.isListening(settings.port()),
        () -> KafkaServer.start(settings, Artifacts.fromMaven()).process());
  }

  private Component keycloak() {
    return new Component(
        "keycloak",
        issuer(),
        checkout.folder("keycloak"),
        "TERM",
        Optional.empty(),
        () -> Ports.answers(issuer()),
        () -> KeycloakServer.start(keycloakSettings(), Artifacts.fromMaven()).process());
  }

  private PostgresServer.Settings postgresSettings() {
    return new PostgresServer.Settings(
        checkout.folder("postgres"),
        ports.postgres(),
        secrets.password("POSTGRES_ADMIN_PASSWORD"),
        true,
        SETTINGS);
  }

  private static Admin ownAdmin(PostgresServer.Settings settings) {
    return new Admin(
        settings.jdbcUrl(PostgresServer.ADMIN), PostgresServer.ADMIN, settings.adminPassword());
  }

  private KeycloakServer.Settings keycloakSettings() {
    var people = DemoPeople.of(secrets);
    return new KeycloakServer.Settings(
        checkout.folder("keycloak"),
        ports.keycloak(),
        admin().urlOf("keycloak"),
        keycloakDatabase().owner(),
        checkout.root().resolve("deploy/keycloak/gonghui-realm.json"),
        Map.of(
            "GONGHUI_GATEWAY_URL", "http://localhost:" + ports.gateway(),
            "GONGHUI_PERSON_KEY_MEMBER", people.personKey("member.demo"),
            "GONGHUI_PERSON_KEY_MEMBER2", people.personKey("member2.demo"),
            "GONGHUI_AID_CLIENT_SECRET", secrets.password("GONGHUI_AID_CLIENT_SECRET"),
            "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
            "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("KEYCLOAK_ADMIN_PASSWORD")),
        KEYCLOAK_HEAP_MEGABYTES);
  }

  private Database keycloakDatabase() {
    return Database.withOneRole("keycloak", Environment.role(secrets, "keycloak").password());
  }
}
