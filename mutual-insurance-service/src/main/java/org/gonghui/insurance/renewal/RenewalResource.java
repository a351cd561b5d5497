package org.gonghui.insurance.renewal;

import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.OFFICER;
import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.batch.BatchOffice;
import org.gonghui.insurance.member.Employer;
import org.gonghui.insurance.member.EmployerAccess;
import org.gonghui.insurance.member.Employers;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Last year's live roster as a proposal, and one click that checks it for the new year. */
@Path("/renewal-proposals/{year}")
@Tag(name = "Rosters")
@RolesAllowed({EMPLOYER_CLERK, OFFICER})
@Transactional
@Idempotent
public class RenewalResource {
  private final Renewals renewals;
  private final Employers employers;
  private final PlanYears years;
  private final BatchOffice office;
  private final Caller caller;

  RenewalResource(
      Renewals renewals, Employers employers, PlanYears years, BatchOffice office, Caller caller) {
    this.renewals = renewals;
    this.employers = employers;
    this.years = years;
    this.office = office;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "getRenewalProposal",
      summary = "Last year's people less the dead and the over-aged, with headcount and amount")
  public Proposal get(
      @RestPath @Min(1990) @Max(2200) int year, @RestQuery @Nullable CreditCode employer) {
    var planYear = years.require(PlanYear.MEDICAL, year);
    var found = renewals.of(employerOf(employer), planYear);
    var split = planYear.splitFor(employerOf(employer).unitType(), false);
    var heads = found.staying().size();
    var payable = split.transferred().times(heads - found.unionPaid());
    return new Proposal(year, heads, found.unionPaid(), found.left(), payable);
  }

  @POST
  @Path("batches")
  @Idempotent(required = true)
  @Answers(202)
  @Operation(operationId = "renewRoster", summary = "Turn the proposal into a checked roster")
  public RestResponse<Renewed> renew(
      @RestPath @Min(1990) @Max(2200) int year, @Valid @Nullable Renewal renewal) {
    var planYear = years.require(PlanYear.MEDICAL, year);
    var employer = employerOf(renewal == null ? null : renewal.employer());
    var people = renewals.of(employer, planYear).staying();
    if (people.isEmpty()) {
      throw Renewals.NOBODY_TO_RENEW.because("nobody of last year may be enrolled again");
    }
    var declaredAt = renewal == null ? null : renewal.declaredAt();
    var batch = office.take(employer, planYear, Renewals.csv(people), declaredAt, caller);
    return ResponseBuilder.accepted(new Renewed(batch.id(), batch.status().name()))
        .header("ETag", EntityTag.of(batch.version()))
        .location(URI.create("/api/mutual-insurance/v1/enrolment-batches/" + batch.id()))
        .build();
  }

  private Employer employerOf(@Nullable CreditCode named) {
    var code =
        named == null
            ? caller
                .employer()
                .orElseThrow(() -> INVALID.at("employer", "name the employer for which you act"))
            : named;
    var employer = employers.require(code);
    EmployerAccess.require(caller, employer);
    return employer;
  }

  /** What a renewal would be. */
  public record Proposal(int year, int heads, int unionPaid, int leftOut, Money amount) {}

  /** For whom an officer renews, and by which time. */
  public record Renewal(@Nullable CreditCode employer, @Nullable Instant declaredAt) {}

  /** The batch that was made. */
  public record Renewed(UUID batchId, String status) {}
}
