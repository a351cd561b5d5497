package org.gonghui.aid.household;

import static org.gonghui.kit.money.Money.INVALID_AMOUNT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.aid.household.category.Standard;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.policy.PolicyVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a county holds a month of life to cost. */
@Path("/standards/{area}")
@Tag(name = "Standards")
@Transactional
public class StandardResource {
  private final Standards standards;
  private final Areas areas;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  StandardResource(Standards standards, Areas areas, Audit audit, Caller caller, Clock clock) {
    this.standards = standards;
    this.areas = areas;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed("**")
  @Operation(
      operationId = "getStandard",
      summary = "Read the subsistence standard and minimum wage of a county on a day")
  public StandardView get(
      @RestPath @Pattern(regexp = "\\d{4}|\\d{6}|\\d{9}") String area,
      @RestQuery @Nullable LocalDate asOf) {
    return view(area, standards.require(area, asOf == null ? LocalDate.now(clock) : asOf));
  }

  @PUT
  @RolesAllowed(Role.APPROVER)
  @Operation(
      operationId = "recordStandard",
      summary = "Record what holds in a county or the city from a day on")
  public StandardView put(
      @RestPath @Pattern(regexp = "\\d{4}|\\d{6}") String area,
      @NotNull @Valid NewStandard standard) {
    caller.requireSees(area);
    areas.requireOn(area, standard.from());
    var version =
        standards.record(area, standard.from(), standard.source(), standard.requireSound());
    audit.record(
        new Act(
            "standard-recorded",
            "standard",
            UUID.nameUUIDFromBytes((area + version.no()).getBytes(StandardCharsets.UTF_8)),
            area,
            standard.source(),
            Map.of(),
            Map.of("from", standard.from().toString(), "no", version.no())));
    return view(area, version);
  }

  private StandardView view(String area, PolicyVersion version) {
    var values = standards.valuesOf(version);
    return new StandardView(
        area, values.subsistence(), values.minimumWage(), version.validFrom(), version.source());
  }

  /** A standard to record, in CNY a month, with where it was published. */
  public record NewStandard(
      @NotNull Money subsistence,
      @NotNull Money minimumWage,
      @NotNull LocalDate from,
      @NotBlank @Size(max = 500) String source) {
    Standard requireSound() {
      if (!subsistence.isPositive()) {
        throw INVALID_AMOUNT.at("/subsistence", "is above 0.00");
      }
      if (!minimumWage.isPositive()) {
        throw INVALID_AMOUNT.at("/minimumWage", "is above 0.00");
      }
      return new Standard(subsistence, minimumWage);
    }
  }

  /** A standard in force, in CNY a month. */
  public record StandardView(
      String area, Money subsistence, Money minimumWage, LocalDate validFrom, String source) {}
}
