package org.gonghui.insurance.casework;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimEvent;
import org.gonghui.insurance.claim.ClaimEvent.News;
import org.gonghui.insurance.claim.ClaimGranted;
import org.gonghui.insurance.claim.ClaimGranted.Share;
import org.gonghui.insurance.death.Beneficiaries;
import org.gonghui.insurance.death.Deaths;
import org.gonghui.insurance.death.Estate;
import org.gonghui.insurance.decision.CaseFile;
import org.gonghui.insurance.decision.Decisions;
import org.gonghui.insurance.decision.StoredDecision.Kind;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.timeline.ClaimAudit;
import org.gonghui.insurance.timeline.ClaimSteps;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Stores decisions, grants benefits and tells everybody who must know. */
@ApplicationScoped
public class Grants {
  private final Decisions decisions;
  private final Announcement announcement;
  private final Payees payees;
  private final HighOutOfPocket burden;
  private final ClaimAudit audit;
  private final Clock clock;

  Grants(
      Decisions decisions,
      Announcement announcement,
      Payees payees,
      HighOutOfPocket burden,
      ClaimAudit audit,
      Clock clock) {
    this.decisions = decisions;
    this.announcement = announcement;
    this.payees = payees;
    this.burden = burden;
    this.audit = audit;
    this.clock = clock;
  }

  /** Stores what the engine says, to be looked at; nothing is granted. */
  public void show(Claim claim, Kind kind, CaseFile file, Decision decision, String by) {
    store(claim, kind, file, decision, by);
    audit.note(claim, "claim-adjudicated", Map.of("amount", decision.amount()));
  }

  private void store(Claim claim, Kind kind, CaseFile file, Decision decision, String by) {
    var no = claim.decisionNo() + 1;
    var delta = decision.amount().minus(claim.granted());
    decisions.add(claim.id(), no, kind, file, decision, delta, by);
    claim.decided(no, decision.asked());
  }

  /** Grants a decision whose limit and bill are taken; the caller stores the claim. */
  public void grant(Claim claim, Kind kind, Casework.Granting granting, String by) {
    store(claim, kind, granting.file(), granting.decision(), by);
    claim.approve(granting.decision().amount(), clock.instant());
    var taken = granting.taken();
    var left = taken == null ? null : taken.rest();
    announcement.granted(claim, payees.of(claim, granting.file()), left, by);
    var head = claim.head();
    if (head.kind() == BenefitKind.HOSPITAL) {
      var threshold = granting.file().terms().afterwards().leadFrom();
      var rest = taken == null ? burden.of(head) : taken.restOfYear();
      burden.tellIfReached(head, rest, threshold);
    }
  }

  /** Who receives a benefit. */
  @ApplicationScoped
  static class Payees {
    private final Beneficiaries beneficiaries;
    private final Deaths deaths;

    Payees(Beneficiaries beneficiaries, Deaths deaths) {
      this.beneficiaries = beneficiaries;
      this.deaths = deaths;
    }

    private static String nameIn(CaseFile file) {
      return file.person()
          .map(Person::name)
          .orElseThrow(() -> NOT_FOUND.because("there is no such person"));
    }

    List<Share> of(Claim claim, CaseFile file) {
      var head = claim.head();
      return switch (head.kind()) {
        case HOSPITAL, CRITICAL_ILLNESS ->
            List.of(new Share(1, head.personKey(), nameIn(file), claim.granted()));
        case DEATH -> {
          deaths.tell(head.personKey(), head.eventDate(), head.area());
          yield beneficiaries.split(Estate.of(claim), claim.granted()).stream()
              .map(p -> new Share(p.payeeNo(), p.personKey(), p.name(), p.amount()))
              .toList();
        }
      };
    }
  }

  /** Tells payouts at once and other services by event. */
  @ApplicationScoped
  static class Announcement {
    private final Event<ClaimGranted> granted;
    private final Outbox outbox;
    private final ClaimSteps steps;
    private final RestOfBill rest;
    private final Clock clock;

    Announcement(
        Event<ClaimGranted> granted,
        Outbox outbox,
        ClaimSteps steps,
        RestOfBill rest,
        Clock clock) {
      this.granted = granted;
      this.outbox = outbox;
      this.steps = steps;
      this.rest = rest;
      this.clock = clock;
    }

    void granted(Claim claim, List<Share> shares, @Nullable Money left, String by) {
      var head = claim.head();
      var amount = claim.granted().toString();
      steps.add(claim, "APPROVED", by, Map.of("amount", amount));
      var news = News.of(claim, left == null ? rest.of(claim) : left);
      outbox.record(new ClaimEvent.Approved(news, clock.instant()));
      granted.fire(
          new ClaimGranted(
              claim.id(),
              head.no(),
              claim.decisionNo(),
              head.area(),
              head.planYear(),
              head.kind(),
              shares));
    }
  }
}
