package org.gonghui.kit.lifecycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The tables of all life cycles of this service. */
@Path("/state-machines")
@RolesAllowed("**")
public class StateMachineResource {
  private final Instance<StateMachine> machines;

  StateMachineResource(@Any Instance<StateMachine> machines) {
    this.machines = machines;
  }

  @GET
  @Operation(
      operationId = "listStateMachines",
      summary = "List every life cycle with its states and the moves between them")
  public List<StateMachine> list() {
    return machines.stream().sorted(Comparator.comparing(StateMachine::name)).toList();
  }
}
