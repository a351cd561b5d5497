package org.gonghui.insurance.filing;

import static org.gonghui.insurance.claim.ClaimProblems.INVALID_CLAIM;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.claim.ClaimHead.Channel;
import org.gonghui.insurance.claim.ClaimHead.Claimant;
import org.gonghui.insurance.decision.CaseFiles;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.enrolment.Covers;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.settlement.CitizenIds;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.PersonKeys;
import org.jspecify.annotations.Nullable;

/** Who files for whom: members for themselves or as heirs, clerks and officers for others. */
@ApplicationScoped
public class Filer {
  private final Covers covers;
  private final PlanYears years;
  private final PersonKeys keys;
  private final Caller caller;

  Filer(Covers covers, PlanYears years, PersonKeys keys, Caller caller) {
    this.covers = covers;
    this.years = years;
    this.keys = keys;
    this.caller = caller;
  }

  /** The person whose event it is. */
  public PersonKey personOf(@Nullable String idNumber, BenefitKind kind, LocalDate today) {
    var named =
        Optional.ofNullable(idNumber)
            .map(number -> keys.of(CitizenIds.require(number, "/idNumber", today)));
    if (caller.has(Role.MEMBER) && kind != BenefitKind.DEATH) {
      var own = caller.personKey().orElseThrow(() -> NOT_FOUND.because("no such person"));
      if (named.isPresent() && !named.get().equals(own)) {
        throw INVALID_CLAIM.at("/idNumber", "members claim for themselves");
      }
      return own;
    }
    return named.orElseThrow(() -> INVALID_CLAIM.at("/idNumber", "name the person"));
  }

  /** The cover, year and place of an event, as far as the caller answers for them. */
  public Place placeOf(PersonKey person, LocalDate day) {
    var known = covers.of(person);
    var cover = known.stream().filter(c -> c.holds(day)).findFirst();
    var nearest = cover.or(() -> known.stream().reduce((_, later) -> later));
    requireMayFile(nearest, day);
    var year =
        cover
            .flatMap(c -> years.find(c.planCode(), c.planYear()))
            .or(() -> years.findCovering(PlanYear.MEDICAL, day))
            .orElseThrow(() -> CaseFiles.NO_TERMS.because("there is no plan year for %s", day));
    return new Place(
        year,
        nearest.map(c -> c.areaOn(day)).orElse(caller.area()),
        nearest.map(c -> c.employerOn(day).value()).orElse(null));
  }

  private void requireMayFile(Optional<Cover> cover, LocalDate day) {
    var mayNot =
        switch (channel()) {
          case WINDOW -> cover.isPresent() && !caller.sees(cover.get().areaOn(day));
          case EMPLOYER ->
              cover.isEmpty()
                  || caller.employer().stream()
                      .noneMatch(own -> own.equals(cover.get().employerOn(day)));
          case ONLINE, AUTO -> false;
        };
    if (mayNot) {
      throw NOT_FOUND.because("there is no such person");
    }
  }

  public Channel channel() {
    if (caller.has(Role.OFFICER)) {
      return Channel.WINDOW;
    }
    return caller.has(Role.EMPLOYER_CLERK) ? Channel.EMPLOYER : Channel.ONLINE;
  }

  public Claimant claimant(BenefitKind kind) {
    if (channel() == Channel.EMPLOYER) {
      return Claimant.EMPLOYER_PROXY;
    }
    return kind == BenefitKind.DEATH ? Claimant.HEIR : Claimant.SELF;
  }

  /** Where a claim belongs. */
  public record Place(PlanYear year, String area, @Nullable String employer) {}
}
