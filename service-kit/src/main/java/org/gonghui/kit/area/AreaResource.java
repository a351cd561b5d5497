package org.gonghui.kit.area;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The federation's areas, for everybody who has to name one. */
@Path("/areas")
@RolesAllowed("**")
@Tag(name = "Areas")
public class AreaResource {
  private final Areas areas;
  private final Clock clock;

  AreaResource(Areas areas, Clock clock) {
    this.areas = areas;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listAreas",
      summary = "List the areas on a day, all or one with those below it, by code")
  public List<Area> list(
      @RestQuery @Pattern(regexp = "\\d{4,12}") @Parameter(example = "330602")
          @Nullable String below,
      @RestQuery @Parameter(description = "Today when absent", example = "2017-06-01")
          @Nullable LocalDate on) {
    var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return areas.listBelow(
        Objects.requireNonNullElse(below, ""), Objects.requireNonNullElse(on, today));
  }
}
