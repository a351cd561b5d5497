package org.gonghui.kit.outbox.relay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.identity.Role;

/** What operations see of the outbox. */
@Path("/outbox")
@RolesAllowed(Role.OPS)
@Tag(name = "Operations")
public class OutboxResource {
  private final OutboxBacklog backlog;

  OutboxResource(OutboxBacklog backlog) {
    this.backlog = backlog;
  }

  @GET
  @Path("state")
  @Operation(
      operationId = "showOutboxState",
      summary = "How many events wait to be published, and the age of the oldest")
  public OutboxBacklog.State state() {
    return backlog.read();
  }
}
