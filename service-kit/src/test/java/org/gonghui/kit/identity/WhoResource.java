package org.gonghui.kit.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tells callers how they are known. */
@Path("/who")
@PermitAll
public class WhoResource {
  private final Caller caller;
  private final Acting acting;

  WhoResource(Caller caller, Acting acting) {
    this.caller = caller;
    this.acting = acting;
  }

  @GET
  @Operation(operationId = "whoWho", summary = "Who")
  public Who who(@RestQuery @Nullable String area) {
    return new Who(
        caller.kind(),
        caller.subject(),
        caller.name(),
        List.copyOf(new TreeSet<>(caller.roles())),
        caller.area(),
        caller.personKey().map(Object::toString).orElse(null),
        caller.employer().map(Object::toString).orElse(null),
        caller.providers(),
        AreaFilter.of(caller, area).pattern(),
        acting.current().subject());
  }

  /** Everything that is known. */
  public record Who(
      Caller.Kind kind,
      String subject,
      String name,
      List<String> roles,
      String area,
      @Nullable String personKey,
      @Nullable String employer,
      List<String> providers,
      String pattern,
      String acting) {}
}
