package org.gonghui.insurance.scheme;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.sql.Sql;

/** The schemes of the federation. */
@Path("/plans")
@Tag(name = "Plans")
@Authenticated
public class PlanResource {
  private final Sql sql;

  PlanResource(Sql sql) {
    this.sql = sql;
  }

  @GET
  @Operation(operationId = "listPlans", summary = "List the plans")
  public List<PlanView> list() {
    return sql.list(
        "select code, name from plan order by code",
        row -> new PlanView(row.text("code"), row.text("name")));
  }

  /** A plan. */
  public record PlanView(String code, String name) {}
}
