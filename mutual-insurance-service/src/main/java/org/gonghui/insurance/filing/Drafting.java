package org.gonghui.insurance.filing;

import static org.gonghui.insurance.claim.ClaimProblems.DUPLICATE_CLAIM;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimHead;
import org.gonghui.insurance.claim.ClaimHead.Channel;
import org.gonghui.insurance.claim.ClaimLinks;
import org.gonghui.insurance.death.Heir;
import org.gonghui.insurance.plan.RecordTime;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.time.Uuid7;

/** Takes a claim that somebody files by hand. */
@ApplicationScoped
public class Drafting {
  private final Filer filer;
  private final RecordTime times;
  private final Standing standing;
  private final Drafts drafts;
  private final Telling telling;
  private final Caller caller;

  Drafting(
      Filer filer,
      RecordTime times,
      Standing standing,
      Drafts drafts,
      Telling telling,
      Caller caller) {
    this.filer = filer;
    this.times = times;
    this.standing = standing;
    this.drafts = drafts;
    this.telling = telling;
    this.caller = caller;
  }

  /** A new draft, or the open death claim that other heirs began. */
  public Draft draft(NewClaim request) {
    var today = telling.today();
    var stated = request.facts(new Origin(filer.channel().name(), telling.now()), today);
    var person = filer.personOf(request.idNumber(), stated.kind(), today);
    var place = filer.placeOf(person, stated.eventDate());
    var judgedAt = times.judge(place.year(), request.declaredAt());
    var named = request.namedHeirs(today);
    var known = standing.lock(person, stated, place.year());
    if (known.claim().isPresent() && stated.kind() == BenefitKind.DEATH) {
      return join(known.claim().get(), named);
    }
    var repeats = known.claim().map(claim -> requireHidden(claim, person));
    var facts = known.partnerFacts().orElse(stated);
    var head =
        new ClaimHead(
            Uuid7.next(),
            drafts.nextNo(place.year().year()),
            place.year().planCode(),
            place.year().year(),
            facts.kind(),
            person,
            place.area(),
            place.employer(),
            facts.eventDate(),
            filer.channel(),
            filer.claimant(facts.kind()),
            caller.subject(),
            judgedAt);
    var links = repeats.map(claim -> ClaimLinks.repeating(claim.id())).orElse(known.links());
    var lastDay = drafts.lastDay(person, facts);
    var claim = new Claim(head, facts, links, known.partnerFacts().isPresent(), lastDay);
    drafts.open(claim, named, caller.subject());
    return new Draft(claim, true);
  }

  private Draft join(Claim death, List<Heir> named) {
    if (!death.status().isOpen()) {
      throw DUPLICATE_CLAIM.because("the death claim %s is decided", death.head().no());
    }
    drafts.join(death, named, caller.subject());
    return new Draft(death, false);
  }

  /** An employer never learns of a member's own claim: its repetition is left to a reviewer. */
  private Claim requireHidden(Claim claim, PersonKey person) {
    if (filer.channel() == Channel.EMPLOYER) {
      return claim;
    }
    throw DUPLICATE_CLAIM
        .because("claim %s is about the same event", claim.head().no())
        .with("claim", "/api/mutual-insurance/v1/claims/" + claim.id());
  }

  /** A claim, and whether this call opened it. */
  public record Draft(Claim claim, boolean fresh) {}

  /** What is already there about an event, locked. */
  public record Known(Optional<Claim> claim, ClaimLinks links, Optional<ClaimFacts> partnerFacts) {}
}
