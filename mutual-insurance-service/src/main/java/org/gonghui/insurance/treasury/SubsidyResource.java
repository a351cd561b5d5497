package org.gonghui.insurance.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.contribution.UnionSubsidies;
import org.gonghui.insurance.contribution.UnionSubsidies.Line;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Budgets from which the union pays its share. */
@Path("/union-subsidies/{area}/{year}")
@Tag(name = "Contributions")
@Transactional
public class SubsidyResource {
  private static final String AREA = "\\d{4}(\\d{2}(\\d{3})?)?";

  private final UnionSubsidies subsidies;
  private final Audit audit;
  private final Caller caller;

  SubsidyResource(UnionSubsidies subsidies, Audit audit, Caller caller) {
    this.subsidies = subsidies;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({FINANCE, APPROVER, AUDITOR})
  @Operation(operationId = "getUnionSubsidy", summary = "Read the budget of an area and year")
  public RestResponse<Line> get(
      @RestPath @Pattern(regexp = AREA) String area, @RestPath @Min(1990) @Max(2200) int year) {
    caller.requireSees(area);
    return answer(area, year);
  }

  @PUT
  @RolesAllowed(FINANCE)
  @Operation(
      operationId = "putUnionSubsidy",
      summary = "Set the budget, never below what is reserved and spent")
  public RestResponse<Line> put(
      @RestPath @Pattern(regexp = AREA) String area,
      @RestPath @Min(1990) @Max(2200) int year,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Budget budget) {
    caller.requireSees(area);
    if (budget.budget().isNegative()) {
      throw Money.INVALID_AMOUNT.at("/budget", "not below 0.00");
    }
    var old = subsidies.find(area, year);
    EntityTag.requireMatchIfKnown(ifMatch, old.map(it -> (long) it.version()).orElse(null));
    subsidies.put(area, year, budget.budget());
    audit.record(
        new Act(
            "union-subsidy-put",
            "union-subsidy",
            UUID.nameUUIDFromBytes("%s/%d".formatted(area, year).getBytes(UTF_8)),
            area,
            null,
            Map.of(),
            Map.of("budget", budget.budget())));
    return answer(area, year);
  }

  private RestResponse<Line> answer(String area, int year) {
    var line =
        subsidies
            .find(area, year)
            .orElseThrow(() -> NOT_FOUND.because("there is no budget for that area and year"));
    return ResponseBuilder.ok(line).header("ETag", EntityTag.of(line.version())).build();
  }

  /** What the union gives in a year. */
  public record Budget(@NotNull Money budget) {}
}
