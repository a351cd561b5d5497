package org.gonghui.insurance.fund;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.contribution.Funds.Fund;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the fund of a plan holds, for the city's finance. */
@Path("/funds/{planCode}")
@Tag(name = "Fund")
@Transactional
public class FundResource {
  private static final int CITY = 4;

  private final Funds funds;
  private final Audit audit;
  private final Caller caller;

  FundResource(Funds funds, Audit audit, Caller caller) {
    this.funds = funds;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({FINANCE, APPROVER, AUDITOR})
  @Operation(operationId = "getFund", summary = "What the fund had, got, holds back and paid")
  public RestResponse<FundView> get(@RestPath @Pattern(regexp = "[A-Z_]{1,40}") String planCode) {
    return answer(visible(planCode));
  }

  @PUT
  @RolesAllowed(FINANCE)
  @Operation(operationId = "openFund", summary = "Set what the fund started with")
  public RestResponse<FundView> open(
      @RestPath @Pattern(regexp = "[A-Z_]{1,40}") String planCode,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Opening opening) {
    var fund = visible(planCode);
    EntityTag.requireMatch(ifMatch, fund.version());
    if (opening.opening().isNegative()) {
      throw Money.INVALID_AMOUNT.at("/opening", "a fund does not start below 0.00");
    }
    funds.open(planCode, opening.opening());
    audit.record(
        new Act(
            "fund-opened",
            "fund",
            UUID.nameUUIDFromBytes(planCode.getBytes(StandardCharsets.UTF_8)),
            caller.area(),
            null,
            Map.of("opening", fund.opening().toString()),
            Map.of("opening", opening.opening().toString())));
    return answer(funds.require(planCode));
  }

  private Fund visible(String planCode) {
    if (caller.area().length() > CITY) {
      throw NOT_FOUND.because("the fund is the city's");
    }
    return funds.require(planCode);
  }

  private static RestResponse<FundView> answer(Fund fund) {
    return RestResponse.ResponseBuilder.ok(
            new FundView(
                fund.planCode(),
                fund.opening(),
                fund.received(),
                fund.reserved(),
                fund.paid(),
                fund.free()))
        .header("ETag", EntityTag.of(fund.version()))
        .build();
  }

  /** What the fund started with. */
  public record Opening(@NotNull Money opening) {}

  /** A fund as people see it. */
  public record FundView(
      String planCode, Money opening, Money received, Money reserved, Money paid, Money free) {}
}
