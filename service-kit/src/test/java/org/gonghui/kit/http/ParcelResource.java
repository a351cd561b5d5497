package org.gonghui.kit.http;

import static org.gonghui.kit.problem.Problems.illegalTransition;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A resource with one of everything that may be refused. */
@Path("/parcels")
@PermitAll
public class ParcelResource {
  private final DataSource database;
  private final Caller caller;

  @Inject
  ParcelResource(DataSource database, Caller caller) {
    this.database = database;
    this.caller = caller;
  }

  @POST
  @Operation(operationId = "sendParcel", summary = "Send")
  public Parcel send(@Valid @NotNull Parcel parcel) {
    return parcel;
  }

  @GET
  @Operation(operationId = "listParcel", summary = "List")
  public Map<String, String> list(
      @RestQuery @Max(200) @Nullable Integer limit,
      @RestQuery @Nullable UUID id,
      @RestQuery @Nullable RoundingMode mode) {
    return Map.of("limit", String.valueOf(limit));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "findParcel", summary = "Find")
  public Map<String, UUID> find(@RestPath UUID id) {
    return Map.of("id", id);
  }

  @POST
  @Path("texts")
  @Consumes("text/plain")
  @Operation(operationId = "textParcel", summary = "Text")
  public String text(String text) {
    return text;
  }

  @POST
  @Path("{id}/return")
  @Operation(operationId = "returnParcel", summary = "Return")
  public Map<String, UUID> giveBack(@RestPath UUID id) {
    return Map.of("id", id);
  }

  @GET
  @Path("moved")
  @Operation(operationId = "movedParcel", summary = "Moved")
  public String moved() {
    throw illegalTransition(RoundingMode.UP, RoundingMode.DOWN, List.of(RoundingMode.CEILING));
  }

  @GET
  @Path("stale")
  @Operation(operationId = "staleParcel", summary = "Stale")
  public String stale() {
    throw new IllegalStateException(new OptimisticLockException());
  }

  @GET
  @Path("broken")
  @Operation(operationId = "brokenParcel", summary = "Broken")
  public String broken() {
    throw new IllegalStateException("secret 11010519491231002X");
  }

  @GET
  @Path("secret")
  @RolesAllowed(Role.AUDITOR)
  @Operation(operationId = "secretParcel", summary = "Secret")
  public Map<String, String> secret() {
    return Map.of("subject", caller.subject(), "area", caller.area());
  }

  @GET
  @Path("sql/{state}")
  @Transactional
  @Operation(operationId = "sqlParcel", summary = "Sql")
  public String sql(@RestPath String state) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "do $$ begin raise exception 'x' using errcode = '%s'; end $$".formatted(state));
      return state;
    }
  }

  /** What is sent. */
  public record Parcel(
      @Size(max = 20) String name,
      @NotNull @Nullable Money worth,
      @Max(10) int weight,
      @Nullable LocalDate day,
      @Nullable RoundingMode mode,
      List<@Valid Thing> things) {}

  /** What is inside. */
  public record Thing(@Size(min = 1, max = 5) String name) {}
}
