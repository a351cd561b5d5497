package org.gonghui.kit.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.kit.identity.Role;

/** Tells officers the time. */
@Path("/hours")
@RolesAllowed(Role.OFFICER)
public class HourResource {
  private final Clock clock;
  private final JsonWebToken token;

  HourResource(Clock clock, JsonWebToken token) {
    this.clock = clock;
    this.token = token;
  }

  @GET
  @Operation(operationId = "nowHour", summary = "Now")
  public Hour now() {
    return new Hour(clock.instant(), token.getName(), token.getClaim("area"));
  }

  /** An instant, told to somebody. */
  public record Hour(Instant at, String to, String area) {}
}
