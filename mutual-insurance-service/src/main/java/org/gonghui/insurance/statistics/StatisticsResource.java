package org.gonghui.insurance.statistics;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.identity.Role.OFFICER;
import static org.gonghui.kit.identity.Role.OPS;
import static org.gonghui.kit.identity.Role.REVIEWER;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.statistics.Breakdowns.Part;
import org.gonghui.insurance.statistics.Breakdowns.Step;
import org.gonghui.insurance.statistics.Scope.Basis;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a year comes to, for whoever answers for an area. */
@Path("/statistics")
@Tag(name = "Statistics")
@RolesAllowed({OFFICER, REVIEWER, APPROVER, FINANCE, AUDITOR, OPS})
@Transactional
public class StatisticsResource {
  private static final int CITY = 4;

  private final Books books;
  private final Breakdowns breakdowns;
  private final FigureRows rows;
  private final FundYear fund;
  private final Areas areas;
  private final Caller caller;
  private final Clock clock;

  StatisticsResource(
      Books books,
      Breakdowns breakdowns,
      FigureRows rows,
      FundYear fund,
      Areas areas,
      Caller caller,
      Clock clock) {
    this.books = books;
    this.breakdowns = breakdowns;
    this.rows = rows;
    this.fund = fund;
    this.areas = areas;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("summary")
  @Operation(operationId = "getSummary", summary = "The year in figures, each with its rows")
  public Summary summary(@Valid @BeanParam ScopeRequest asked) {
    var scope = asked.scope(caller, areas);
    var figures = books.figures(scope);
    // The fund is the city's; there is none per county.
    var balance = scope.area().length() > CITY ? null : fund.balance(scope, PlanYear.MEDICAL);
    return new Summary(
        scope.year(),
        scope.area(),
        scope.basis(),
        Objects.requireNonNullElseGet(scope.asOf(), clock::instant),
        figures,
        balance == null ? null : balance.opening().toString(),
        balance == null ? null : balance.closing().toString(),
        FigureRows.links(scope));
  }

  @GET
  @Path("rows")
  @RolesAllowed({OFFICER, REVIEWER, APPROVER, FINANCE, AUDITOR})
  @Operation(operationId = "listFigureRows", summary = "The rows that add up to a figure")
  public Page<FigureRows.Entry> rows(
      @RestQuery @NotNull FigureRows.@Nullable Figure figure,
      @Valid @BeanParam ScopeRequest asked,
      @Valid @BeanParam PageRequest page) {
    var found =
        rows.list(
            Objects.requireNonNull(figure),
            asked.scope(caller, areas),
            page.after(UUID.class),
            page.size() + 1);
    return Page.of(found, page, FigureRows.Entry::id);
  }

  @GET
  @Path("areas")
  @Operation(
      operationId = "getFiguresByArea",
      summary =
          "The figures of each county of a city, or of each town of a county; by the codes of a"
              + " later day, too")
  public List<Part> areas(@Valid @BeanParam ScopeRequest asked) {
    return breakdowns.areas(asked.scope(caller, areas), areas);
  }

  @GET
  @Path("months")
  @Operation(operationId = "getFiguresByMonth", summary = "Claims and money by month of payment")
  public List<Part> months(@Valid @BeanParam ScopeRequest asked) {
    return breakdowns.months(asked.scope(caller, areas));
  }

  @GET
  @Path("employers")
  @Operation(operationId = "getFiguresByEmployer", summary = "Heads, dues and claims by employer")
  public List<Part> employers(@Valid @BeanParam ScopeRequest asked) {
    return breakdowns.employers(asked.scope(caller, areas));
  }

  @GET
  @Path("visits")
  @Operation(operationId = "getVisits", summary = "How often people had to come, by month")
  public List<Breakdowns.VisitMonth> visits(@Valid @BeanParam ScopeRequest asked) {
    return breakdowns.visits(asked.scope(caller, areas));
  }

  @GET
  @Path("triangle")
  @Operation(
      operationId = "getTriangle",
      summary = "Claims by month of the event and months until payment")
  public List<Step> triangle(@Valid @BeanParam ScopeRequest asked) {
    return breakdowns.triangle(asked.scope(caller, areas));
  }

  /** The figures of one area and year; the fund is told for the whole city only. */
  public record Summary(
      int year,
      String area,
      Basis basis,
      Instant asOf,
      @JsonUnwrapped Figures figures,
      @Nullable String fundOpening,
      @Nullable String fundClosing,
      Map<String, String> rows) {}
}
