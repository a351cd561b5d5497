package org.gonghui.insurance.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.death.Beneficiaries;
import org.gonghui.insurance.death.Estate;
import org.gonghui.insurance.death.Heir;
import org.gonghui.kit.person.PersonKey;

/** Begins claims: with a number, a last day, and everybody told. */
@ApplicationScoped
public class Drafts {
  private final Claims claims;
  private final Casework casework;
  private final Beneficiaries beneficiaries;
  private final Telling telling;

  Drafts(Claims claims, Casework casework, Beneficiaries beneficiaries, Telling telling) {
    this.claims = claims;
    this.casework = casework;
    this.beneficiaries = beneficiaries;
    this.telling = telling;
  }

  public String nextNo(int planYear) {
    return claims.nextNo(planYear);
  }

  /** How long a draft may sleep, by the terms of its day. */
  public LocalDate lastDay(PersonKey person, ClaimFacts facts) {
    var terms = casework.open(person, facts, LocalDate.EPOCH, null).terms();
    return telling.today().plusDays(terms.claims().draftExpiryDays());
  }

  public void open(Claim claim, List<Heir> named, String by) {
    claims.add(claim);
    if (claim.head().kind() == BenefitKind.DEATH) {
      beneficiaries.name(Estate.of(claim), named, by);
    }
    telling.drafted(claim, by);
  }

  /** Heirs who file apart meet in the claim that others began. */
  void join(Claim death, List<Heir> named, String by) {
    beneficiaries.name(Estate.of(death), named, by);
    telling.noted(death, "HEIRS_JOINED", by);
  }
}
