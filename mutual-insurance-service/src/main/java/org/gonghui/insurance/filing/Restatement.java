package org.gonghui.insurance.filing;

import static org.gonghui.insurance.claim.ClaimProblems.INVALID_CLAIM;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimHead;
import org.gonghui.insurance.claim.ClaimLinks;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.decision.CaseFiles;
import org.gonghui.insurance.settlement.Stay;
import org.gonghui.kit.person.PersonKeys;
import org.jspecify.annotations.Nullable;

/** Other facts of an open claim: of the same invoice, by the cover and illness that they tell. */
@ApplicationScoped
public class Restatement {
  private final CaseFiles files;
  private final Casework casework;
  private final Claims claims;
  private final PersonKeys keys;

  Restatement(CaseFiles files, Casework casework, Claims claims, PersonKeys keys) {
    this.files = files;
    this.casework = casework;
    this.claims = claims;
    this.keys = keys;
  }

  public void restate(Claim claim, ClaimFacts facts) {
    requireSameInvoice(claim.facts().stay(), facts.stay());
    claim.restate(
        headOn(facts.eventDate(), claim), facts, links(claim, facts), claim.isFromPartner());
  }

  /** Without cover on that day the claim stays where it was filed. */
  private ClaimHead headOn(LocalDate day, Claim claim) {
    var head = claim.head();
    if (day.equals(head.eventDate())) {
      return head;
    }
    return files
        .coverOn(head.personKey(), day)
        .map(c -> head.at(c.planYear(), day, c.areaOn(day), c.employerOn(day).value()))
        .orElseGet(() -> head.at(head.planYear(), day, head.area(), head.employer()));
  }

  /** An illness that another claim stands for takes no index: the engine says ALREADY_PAID. */
  private ClaimLinks links(Claim claim, ClaimFacts facts) {
    if (facts.illness() == null) {
      return claim.links();
    }
    var person = claim.head().personKey();
    var group = casework.open(person, facts, LocalDate.EPOCH, claim).decide().illnessGroup();
    if (group == null) {
      return claim.links().ill(null, null);
    }
    var index = Standing.indexOf(keys, group);
    var isFree =
        claims.findLiveIllness(person, index).filter(c -> !c.id().equals(claim.id())).isEmpty();
    return claim.links().ill(isFree ? index : null, group);
  }

  private static void requireSameInvoice(@Nullable Stay before, @Nullable Stay after) {
    if (before != null
        && after != null
        && !(before.invoiceNo().equals(after.invoiceNo())
            && before.providerCode().equals(after.providerCode()))) {
      throw INVALID_CLAIM.at("/stay/invoiceNo", "another invoice is another claim");
    }
  }
}
