package org.gonghui.aid.jobaid.vacancy;

import static org.gonghui.kit.identity.Role.MEMBER;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.aid.jobaid.vacancy.Offer.Shift;
import org.gonghui.aid.jobaid.vacancy.Wish.Match;
import org.gonghui.aid.jobaid.vacancy.Wish.Reason;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Work that fits somebody's wishes. */
@Path("/vacancy-matches")
@Tag(name = "Job aid")
@RolesAllowed({MEMBER, OFFICER})
@Transactional
public class VacancyMatchResource {
  private static final int MOST = 50;

  private final Vacancies vacancies;
  private final VacancyTerms terms;
  private final Caller caller;
  private final Clock clock;

  VacancyMatchResource(Vacancies vacancies, VacancyTerms terms, Caller caller, Clock clock) {
    this.vacancies = vacancies;
    this.terms = terms;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "matchVacancies",
      summary = "List at most 50 open vacancies that fit wishes, best first, each with its reasons",
      description =
          "Points: same trade 4, same town 3, same county 2, pay as wished 2, shift as wished 1;"
              + " of two alike the newer comes first.")
  public List<MatchView> match(
      @RestQuery @Size(max = 50) @Nullable String trade,
      @RestQuery @Pattern(regexp = "\\d{1,7}(\\.\\d{1,2})?") @Nullable String pay,
      @RestQuery @Nullable Shift shift,
      @RestQuery @Pattern(regexp = "\\d{4}|\\d{6}|\\d{9}") @Nullable String area) {
    var home = area == null ? caller.area() : terms.visibleArea(area, caller);
    var wish = new Wish(home, trade, pay == null ? null : Money.of(pay), shift);
    var open = vacancies.candidates(terms.visibleArea(null, caller), LocalDate.now(clock));
    return wish.rank(open, MOST).stream().map(MatchView::of).toList();
  }

  /** A vacancy and why it stands where it does. */
  public record MatchView(VacancyView vacancy, int points, List<Reason> reasons) {
    static MatchView of(Match match) {
      return new MatchView(VacancyView.of(match.vacancy()), match.points(), match.reasons());
    }
  }
}
