package org.gonghui.insurance.scheme;

import static org.gonghui.kit.identity.Role.OFFICER;
import static org.gonghui.kit.identity.Role.OPS;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.adjudication.Terms.IllnessGroup;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.insurance.plan.Provider;
import org.gonghui.insurance.plan.Providers;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.time.Uuid7;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Designated hospitals and the listed illnesses. */
@Path("/")
@Tag(name = "Plans")
@Transactional
public class ProviderResource {
  private final Providers providers;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  ProviderResource(Providers providers, Audit audit, Caller caller, Clock clock) {
    this.providers = providers;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("providers")
  @Authenticated
  @Operation(operationId = "listProviders", summary = "List designated hospitals")
  public List<Provider> list() {
    return providers.list();
  }

  @PUT
  @Path("providers/{code}")
  @RolesAllowed({OPS, OFFICER})
  @Operation(
      operationId = "putProvider",
      summary = "Enter a hospital for a period, or correct the period that starts on that day")
  public Provider put(
      @RestPath @Pattern(regexp = "[A-Z0-9]{4,20}") String code,
      @Valid @NotNull Designation designation) {
    caller.requireSees(designation.area());
    var until = designation.designatedUntil();
    if (until != null) {
      var _ = new DateRange(designation.designatedFrom(), until);
    }
    var provider =
        new Provider(
            Uuid7.next(),
            0,
            code,
            designation.name(),
            designation.level(),
            designation.area(),
            designation.designatedFrom(),
            until);
    providers.put(provider, clock.instant());
    audit.record(Act.of("provider-put", "provider", provider.id(), designation.area()));
    return providers.find(code, designation.designatedFrom()).orElse(provider);
  }

  @GET
  @Path("critical-illnesses")
  @Authenticated
  @Operation(operationId = "listCriticalIllnesses", summary = "List the illnesses that are paid")
  public List<IllnessGroup> illnesses() {
    return Terms.defaults().illnesses();
  }

  /** A hospital's designation. */
  public record Designation(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Min(1) @Max(3) Integer level,
      @NotNull @Pattern(regexp = "\\d{4}(\\d{2}(\\d{3})?)?") String area,
      @NotNull LocalDate designatedFrom,
      @Nullable LocalDate designatedUntil) {}
}
