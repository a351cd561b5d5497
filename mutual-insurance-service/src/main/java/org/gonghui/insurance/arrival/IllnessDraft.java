package org.gonghui.insurance.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gonghui.insurance.adjudication.Adjudication;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimFacts.IllnessReport;
import org.gonghui.insurance.claim.ClaimHead;
import org.gonghui.insurance.claim.ClaimHead.Channel;
import org.gonghui.insurance.claim.ClaimHead.Claimant;
import org.gonghui.insurance.claim.ClaimLinks;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.decision.CaseFile;
import org.gonghui.insurance.filing.Drafts;
import org.gonghui.insurance.filing.Standing;
import org.gonghui.insurance.filing.Submission;
import org.gonghui.insurance.settlement.SettlementArrived;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;

/** A listed illness in a settlement drafts the claim for it too, which people then look at. */
@ApplicationScoped
public class IllnessDraft {
  private final Claims claims;
  private final Casework casework;
  private final Submission submission;
  private final PersonKeys keys;
  private final Drafts drafts;

  IllnessDraft(
      Claims claims, Casework casework, Submission submission, PersonKeys keys, Drafts drafts) {
    this.claims = claims;
    this.casework = casework;
    this.submission = submission;
    this.keys = keys;
    this.drafts = drafts;
  }

  /** Where the source vouches for a first diagnosis, the draft goes to review at once. */
  void draft(SettlementArrived arrived, CaseFile stayFile) {
    var stay = arrived.stay();
    if (stay.diagnosisCodes().isEmpty() && stay.procedureCodes().isEmpty()) {
      return;
    }
    var report =
        new IllnessReport(
            stay.admittedOn(),
            stay.diagnosisCodes(),
            stay.procedureCodes(),
            false,
            stay.firstDiagnosis(),
            stay.providerCode(),
            stay.cause());
    var facts = ClaimFacts.of(report, new Origin(arrived.source(), arrived.judgedAt()));
    if (!Adjudication.isListed(facts.forEngine(null), stayFile.terms())) {
      return;
    }
    var filedOn = arrived.judgedAt().atZone(ClockProducer.ZONE).toLocalDate();
    var decision = casework.open(arrived.person().personKey(), facts, filedOn, null).decide();
    var group = decision.illnessGroup();
    if (group == null || !decision.isPayable()) {
      return;
    }
    var index = Standing.indexOf(keys, group);
    if (claims.findLiveIllness(arrived.person().personKey(), index).isPresent()) {
      return;
    }
    open(arrived, facts, index, group, stayFile);
  }

  private void open(
      SettlementArrived arrived, ClaimFacts facts, String index, String group, CaseFile file) {
    var day = facts.eventDate();
    var head =
        new ClaimHead(
            Uuid7.next(),
            drafts.nextNo(file.year().year()),
            file.year().planCode(),
            file.year().year(),
            facts.kind(),
            arrived.person().personKey(),
            arrived.cover().areaOn(day),
            arrived.cover().employerOn(day).value(),
            day,
            Channel.AUTO,
            Claimant.NONE,
            arrived.source(),
            arrived.judgedAt());
    var links = new ClaimLinks(null, arrived.settlementId(), null, index, group);
    var lastDay = drafts.lastDay(head.personKey(), facts);
    var claim = new Claim(head, facts, links, true, lastDay);
    drafts.open(claim, List.of(), arrived.source());
    if (Boolean.TRUE.equals(arrived.stay().firstDiagnosis())) {
      submission.decide(claim, arrived.source());
      claims.save(claim);
    }
  }
}
