package org.gonghui.insurance.member;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.identity.Role.OFFICER;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.time.Uuid7;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Employers and their payrolls, kept by themselves and by officers of their area. */
@Path("/employers")
@Tag(name = "Employers")
@Transactional
public class EmployerResource {
  private final Employers employers;
  private final Areas areas;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  EmployerResource(Employers employers, Areas areas, Audit audit, Caller caller, Clock clock) {
    this.employers = employers;
    this.areas = areas;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({OFFICER, APPROVER, FINANCE})
  @Operation(operationId = "listEmployers", summary = "List the employers of your area")
  public Page<EmployerView> list(@Valid @BeanParam PageRequest page) {
    var after = page.after(String.class);
    var found = employers.list(caller.area(), after == null ? "" : after, page.size() + 1);
    var views = found.stream().map(EmployerView::of).toList();
    return Page.of(views, page, view -> view.creditCode().value());
  }

  @GET
  @Path("{creditCode}")
  @RolesAllowed({EMPLOYER_CLERK, OFFICER, APPROVER, FINANCE})
  @Operation(operationId = "getEmployer", summary = "Read one employer")
  public RestResponse<EmployerView> get(@RestPath CreditCode creditCode) {
    var employer = employers.require(creditCode);
    EmployerAccess.require(caller, employer);
    return answer(employer);
  }

  @PUT
  @Path("{creditCode}")
  @RolesAllowed({EMPLOYER_CLERK, OFFICER})
  @Operation(
      operationId = "putEmployer",
      summary = "Enter an employer, or change one (then with If-Match)")
  public RestResponse<EmployerView> put(
      @RestPath CreditCode creditCode,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull EmployerForm form) {
    requireKnownArea(form.area());
    var old = employers.find(creditCode).orElse(null);
    var id = old == null ? Uuid7.next() : old.id();
    var version = old == null ? 0 : old.version();
    var employer = new Employer(id, version, creditCode, form.name(), form.unitType(), form.area());
    EmployerAccess.require(caller, employer);
    if (old == null) {
      EntityTag.requireMatchIfKnown(ifMatch, null);
      employers.add(employer, clock.instant());
    } else {
      EmployerAccess.require(caller, old);
      EntityTag.requireMatch(ifMatch, version);
      employers.change(employer);
    }
    audit.record(Act.of("employer-put", "employer", id, employer.area()));
    return answer(employers.require(creditCode));
  }

  @PUT
  @Path("{creditCode}/headcounts/{year}")
  @RolesAllowed({EMPLOYER_CLERK, OFFICER})
  @Operation(operationId = "putHeadcount", summary = "Tell the payroll of a year")
  public Employers.Headcount putHeadcount(
      @RestPath CreditCode creditCode,
      @RestPath @Min(1990) @Max(2200) int year,
      @Valid @NotNull Payroll payroll) {
    var employer = employers.require(creditCode);
    EmployerAccess.require(caller, employer);
    employers.putHeadcount(creditCode, year, payroll.payroll());
    audit.record(Act.of("headcount-put", "employer", employer.id(), employer.area()));
    return employers.findHeadcount(creditCode, year).orElseThrow();
  }

  /** Towns of the past are taken too: employers of a backfilled year belong to them. */
  private void requireKnownArea(String area) {
    if (areas.find(area).isEmpty()) {
      throw Areas.UNKNOWN_AREA.at("/area", "there is no area of that code");
    }
    if (!caller.has(EMPLOYER_CLERK) && !caller.sees(area)) {
      throw NOT_FOUND.because("nothing of that id in your area");
    }
  }

  private static RestResponse<EmployerView> answer(Employer employer) {
    return ResponseBuilder.ok(EmployerView.of(employer))
        .header("ETag", EntityTag.of(employer.version()))
        .build();
  }

  /** What is entered of an employer. */
  public record EmployerForm(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Pattern(regexp = "[A-Z_]{2,40}") String unitType,
      @NotNull @Pattern(regexp = "\\d{4}(\\d{2}(\\d{3})?)?") String area) {}

  /** How many people are on the payroll. */
  public record Payroll(@NotNull @Min(1) @Max(1_000_000) Integer payroll) {}

  /** An employer as its own people and officers see it. */
  public record EmployerView(
      UUID id, int version, CreditCode creditCode, String name, String unitType, String area) {
    static EmployerView of(Employer employer) {
      return new EmployerView(
          employer.id(),
          employer.version(),
          employer.creditCode(),
          employer.name(),
          employer.unitType(),
          employer.area());
    }
  }
}
