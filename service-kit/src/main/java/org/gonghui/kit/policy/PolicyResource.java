package org.gonghui.kit.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The rules in force, for everybody who has to follow them. */
@Path("/policies")
@RolesAllowed("**")
public class PolicyResource {
  private final Policies policies;

  PolicyResource(Policies policies) {
    this.policies = policies;
  }

  @GET
  @Operation(
      operationId = "listPolicies",
      summary = "List the versions of all rules, or of one, or only those in force on a day")
  public List<PolicyVersion> list(
      @RestQuery @Size(max = 100) @Nullable String code, @RestQuery @Nullable LocalDate asOf) {
    var versions = code == null ? policies.listAll() : policies.list(code);
    return asOf == null
        ? versions
        : versions.stream().filter(version -> version.isInForceOn(asOf)).toList();
  }
}
