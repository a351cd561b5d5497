package org.gonghui.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gonghui.local.secret.DemoPartners;
import org.gonghui.local.secret.Secrets;

/** Everything that runs on this machine, in the order in which it starts. */
public final class Platform {
  private final Checkout checkout;
  private final PortPlan ports;
  private final External external;
  private final Secrets secrets;
  private final Servers servers;

  public Platform(Checkout checkout, PortPlan ports, External external) {
    this.checkout = checkout;
    this.ports = ports;
    this.external = external;
    this.secrets = Secrets.in(checkout.secrets());
    this.servers = new Servers(checkout, ports, external, secrets);
  }

  /** What can be started now; a module that has not been built is missing. */
  public List<Component> components() {
    var components = new ArrayList<>(servers.components());
    Stream.of(mutualInsurance(), aid(), gateway())
        .map(Service::component)
        .flatMap(Optional::stream)
        .forEach(components::add);
    return List.copyOf(components);
  }

  /** Makes databases and roles, in our PostgreSQL or in the one that the environment names. */
  public void ensureDatabases() {
    servers.ensureDatabases();
  }

  public String gatewayUrl() {
    return "http://localhost:" + ports.gateway();
  }

  public String issuer() {
    return servers.issuer();
  }

  public DemoPartners partners() {
    return DemoPartners.of(secrets);
  }

  /** What a demo or a benchmark has to know to find the platform. */
  public Map<String, String> environment() {
    var admin = servers.admin();
    return Map.of(
        "GONGHUI_GATEWAY_URL", gatewayUrl(),
        "GONGHUI_STATE_DIR", checkout.state().toString(),
        "GONGHUI_OIDC_ISSUER", issuer(),
        "GONGHUI_KAFKA_BOOTSTRAP_SERVERS", servers.kafka(),
        "GONGHUI_POSTGRES_URL", admin.url(),
        "GONGHUI_POSTGRES_USER", admin.user(),
        "GONGHUI_POSTGRES_PASSWORD", admin.password());
  }

  private Service mutualInsurance() {
    return service("mutual-insurance", ports.mutualInsurance(), 512);
  }

  private Service aid() {
    return service("aid", ports.aid(), 256);
  }

  private Service service(String name, int port, int heapMegabytes) {
    return new Service(
        checkout,
        name + "-service",
        port,
        heapMegabytes,
        () -> environmentMaker().ofService(name, port));
  }

  private Service gateway() {
    return new Service(
        checkout,
        "gateway",
        ports.gateway(),
        192,
        () -> environmentMaker().ofGateway(ports, issuer(), partners().file()));
  }

  private Environment environmentMaker() {
    return new Environment(secrets, servers.admin(), servers.kafka());
  }
}
