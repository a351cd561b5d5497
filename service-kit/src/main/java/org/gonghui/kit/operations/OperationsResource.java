package org.gonghui.kit.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.operations.Instances.Instance;
import org.gonghui.kit.outbox.relay.OutboxBacklog;

/** One look at how a service stands, for operations. */
@Path("/operations")
@RolesAllowed(Role.OPS)
@Tag(name = "Operations")
public class OperationsResource {
  private final Instances instances;
  private final OutboxBacklog backlog;
  private final Waiting waiting;
  private final String service;

  OperationsResource(
      Instances instances,
      OutboxBacklog backlog,
      Waiting waiting,
      @ConfigProperty(name = "gonghui.service") String service) {
    this.instances = instances;
    this.backlog = backlog;
    this.waiting = waiting;
    this.service = service;
  }

  @GET
  @Path("state")
  @Operation(
      operationId = "showServiceState",
      summary = "The service's processes, its unpublished events, dead letters and unfinished jobs")
  public ServiceState state() {
    var counts = waiting.count();
    return new ServiceState(
        service,
        instances.list(),
        backlog.read(),
        counts.deadLetters(),
        counts.queuedJobs(),
        counts.runningJobs());
  }

  /** How a service stands at this moment. */
  public record ServiceState(
      String service,
      List<Instance> instances,
      OutboxBacklog.State outbox,
      long deadLetters,
      long queuedJobs,
      long runningJobs) {}
}
