package org.gonghui.aid.jobaid;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.aid.jobaid.JobAidFigures.Window;
import org.gonghui.aid.jobaid.Seekers.Count;
import org.gonghui.aid.jobaid.Seekers.Seeker;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.policy.Policies;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What job aid came to. */
@Path("/statistics/job-aid")
@Tag(name = "Statistics")
@RolesAllowed({OFFICER, APPROVER, FINANCE, AUDITOR})
@Transactional
public class JobAidStatisticsResource {
  private static final String POLICY = "aid.job-aid";

  private final JobAidFigures figures;
  private final Policies policies;
  private final Caller caller;
  private final Clock clock;

  JobAidStatisticsResource(JobAidFigures figures, Policies policies, Caller caller, Clock clock) {
    this.figures = figures;
    this.policies = policies;
    this.caller = caller;
    this.clock = clock;
  }

  /** The month of job aid (就业援助月) and how long a placement still counts for a window. */
  public record Rule(int aidMonth, int placedWithinDays) {}

  /** Which days of the year are looked at. */
  public enum Span {
    YEAR,
    AID_MONTH
  }

  @GET
  @Operation(
      operationId = "getJobAidStatistics",
      summary = "Persons served and placed in a year or its month of job aid, per area",
      description =
          "A person counts once, in the town of the first service of the window; placed are those of"
              + " them with proven work begun until 90 days after it.")
  public JobAidStatistics statistics(
      @RestQuery @NotNull @Min(2000) @Max(2100) Integer year,
      @RestQuery @Pattern(regexp = "\\d{4}|\\d{6}|\\d{9}") @Nullable String area,
      @RestQuery @Nullable Span window,
      @RestQuery @Nullable Boolean rows) {
    var wanted = area == null ? caller.area() : area;
    caller.requireSees(wanted);
    var days = days(year, window == null ? Span.YEAR : window);
    var seekers = figures.seekers(days, wanted);
    var before = figures.seekers(days(year - 1, window == null ? Span.YEAR : window), wanted);
    return new JobAidStatistics(
        clock.instant(),
        days.from(),
        days.to(),
        seekers.served(),
        seekers.placed(),
        figures.services(days, wanted),
        figures.fairs(days, wanted),
        ratio(seekers.served(), before.served()),
        seekers.byArea(wanted),
        Boolean.TRUE.equals(rows) ? seekers.all() : null);
  }

  private Window days(int year, Span span) {
    var first = LocalDate.of(year, Month.JANUARY, 1);
    var rule = policies.inForce(POLICY, first, Rule.class);
    var month = YearMonth.of(year, rule.aidMonth());
    return switch (span) {
      case YEAR -> window(first, first.plusYears(1).minusDays(1), rule);
      case AID_MONTH -> window(month.atDay(1), month.atEndOfMonth(), rule);
    };
  }

  private static Window window(LocalDate from, LocalDate to, Rule rule) {
    return new Window(from, to, to.plusDays(rule.placedWithinDays()));
  }

  private static @Nullable BigDecimal ratio(long now, long before) {
    return before == 0
        ? null
        : BigDecimal.valueOf(now).divide(BigDecimal.valueOf(before), 1, RoundingMode.HALF_UP);
  }

  /**
   * Figures as of an instant.
   *
   * @param ratioToPreviousYear of the persons served, one decimal, half up; absent without any
   * @param rows the persons behind the figures, when asked for
   */
  public record JobAidStatistics(
      Instant asOf,
      LocalDate from,
      LocalDate to,
      long served,
      long placed,
      long services,
      long fairs,
      @Nullable BigDecimal ratioToPreviousYear,
      List<Count> areas,
      @Nullable List<Seeker> rows) {}
}
