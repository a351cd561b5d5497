package org.gonghui.insurance.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimFacts.DeathReport;
import org.gonghui.insurance.claim.ClaimHead;
import org.gonghui.insurance.claim.ClaimHead.Channel;
import org.gonghui.insurance.claim.ClaimHead.Claimant;
import org.gonghui.insurance.claim.ClaimLinks;
import org.gonghui.insurance.death.Deaths;
import org.gonghui.insurance.decision.CaseFiles;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.filing.Drafts;
import org.gonghui.insurance.filing.Standing;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.plan.RecordTime;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.time.Uuid7;

/** Ends the cover of a member who died and drafts the claim that the heirs complete. */
@ApplicationScoped
public class DeathClaim {
  private final CaseFiles files;
  private final PlanYears years;
  private final RecordTime times;
  private final Standing standing;
  private final Deaths deaths;
  private final Drafts drafts;

  DeathClaim(
      CaseFiles files,
      PlanYears years,
      RecordTime times,
      Standing standing,
      Deaths deaths,
      Drafts drafts) {
    this.files = files;
    this.years = years;
    this.times = times;
    this.standing = standing;
    this.deaths = deaths;
    this.drafts = drafts;
  }

  /** Somebody who was not covered that day leaves no claim; nobody is told which it was. */
  void open(PersonKey person, DeathNotice notice, Caller source) {
    var cover =
        files.coverOn(person, notice.diedOn()).filter(c -> source.sees(c.areaOn(notice.diedOn())));
    cover.ifPresent(c -> open(person, notice, source, c));
  }

  private void open(PersonKey person, DeathNotice notice, Caller source, Cover cover) {
    var day = notice.diedOn();
    var year = years.require(cover.planCode(), cover.planYear());
    var judgedAt = times.judge(year, notice.declaredAt());
    var facts =
        ClaimFacts.of(new DeathReport(day, notice.cause()), new Origin(source.subject(), judgedAt));
    Optional<Claim> known = standing.lock(person, facts, year).claim();
    deaths.tell(person, day, cover.areaOn(day));
    if (known.isPresent()) {
      return;
    }
    var head =
        new ClaimHead(
            Uuid7.next(),
            drafts.nextNo(year.year()),
            year.planCode(),
            year.year(),
            BenefitKind.DEATH,
            person,
            cover.areaOn(day),
            cover.employerOn(day).value(),
            day,
            Channel.AUTO,
            Claimant.NONE,
            source.subject(),
            judgedAt);
    var claim = new Claim(head, facts, ClaimLinks.NONE, true, drafts.lastDay(person, facts));
    drafts.open(claim, List.of(), source.subject());
  }
}
