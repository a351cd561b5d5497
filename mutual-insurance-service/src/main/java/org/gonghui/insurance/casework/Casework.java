package org.gonghui.insurance.casework;

import static org.gonghui.kit.problem.Problems.BUSY;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.adjudication.Inputs.Earlier;
import org.gonghui.insurance.bill.Bills;
import org.gonghui.insurance.bill.Bills.Bill;
import org.gonghui.insurance.bill.Bills.EntryState;
import org.gonghui.insurance.bill.Bills.Taken;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.decision.Accumulators;
import org.gonghui.insurance.decision.CaseFile;
import org.gonghui.insurance.decision.CaseFiles;
import org.gonghui.insurance.decision.CaseFiles.Known;
import org.gonghui.insurance.decision.CaseFiles.Question;
import org.gonghui.insurance.decision.Rulings.Ruling;
import org.gonghui.insurance.plan.Provider;
import org.gonghui.insurance.plan.Providers;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.time.ClockProducer;
import org.jspecify.annotations.Nullable;

/** Adjudicates claims with what limits and bills hold, and takes what is granted from them. */
@ApplicationScoped
public class Casework {
  private static final int ATTEMPTS = 3;

  private final CaseFiles files;
  private final Claims claims;
  private final Providers providers;
  private final Accumulators accumulators;
  private final Bills bills;

  Casework(
      CaseFiles files, Claims claims, Providers providers, Accumulators accumulators, Bills bills) {
    this.files = files;
    this.claims = claims;
    this.providers = providers;
    this.accumulators = accumulators;
    this.bills = bills;
  }

  /** The case as the registers tell it, without limit and bill. */
  public CaseFile open(Claim claim) {
    var head = claim.head();
    var filedOn = LocalDate.ofInstant(head.judgedAt(), ClockProducer.ZONE);
    return open(head.personKey(), claim.facts(), filedOn, claim);
  }

  public CaseFile open(
      PersonKey person, ClaimFacts facts, LocalDate filedOn, @Nullable Claim claim) {
    var level = levelOf(facts.providerCode(), facts.eventDate());
    var earlier =
        facts.kind() == BenefitKind.HOSPITAL
            ? List.<Earlier>of()
            : claims.granted(person, claim == null ? null : claim.id());
    var late = claim != null && claim.isLateAccepted();
    return files.open(
        new Question(person, facts.forEngine(level), filedOn, late, earlier, facts.origins()));
  }

  /** A new stay of a person whose covers and rules are at hand, with the limit locked. */
  public CaseFile lockNew(
      PersonKey person, ClaimFacts facts, LocalDate filedOn, Known known, Ruling ruling) {
    var question =
        new Question(
            person,
            facts.forEngine(ruling.providerLevel()),
            filedOn,
            false,
            List.of(),
            facts.origins());
    return locked(files.file(question, known, ruling), person, null, "");
  }

  /** The case with a bill that is locked already. */
  public CaseFile onBill(CaseFile locked, Bill bill, String claimId) {
    var taken = bill.taken().isZero() ? Money.ZERO : others(bill.billKey(), claimId);
    return locked.with(locked.inputs().usedOfLimit(), taken, true);
  }

  /** The case with limit and bill as they stand; nobody is held up. */
  public CaseFile seen(CaseFile file, PersonKey person, @Nullable String billKey, String claimId) {
    var kind = file.inputs().facts().benefitKind();
    return file.with(
        accumulators.used(person, file.year().year(), kind), others(billKey, claimId), false);
  }

  /** Locks limit, then bill, of a case until the end of the transaction. */
  public CaseFile locked(
      CaseFile file, PersonKey person, @Nullable String billKey, String claimId) {
    var kind = file.inputs().facts().benefitKind();
    var used = accumulators.lock(person, file.year().year(), kind, file.terms());
    if (billKey != null) {
      bills.lock(billKey);
    }
    return file.with(used, others(billKey, claimId), true);
  }

  /**
   * Takes the benefit from limit and bill. The updates themselves check the room; when there is
   * none, somebody came in between and it is computed again.
   */
  public Granting take(CaseFile file, Claim claim) {
    return take(file, file.decide(), claim);
  }

  /** The same with the decision that the case led to. */
  public Granting take(CaseFile file, Decision shown, Claim claim) {
    var person = claim.head().personKey();
    var billKey = claim.links().billKey();
    var reference = claim.id().toString();
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var isAsShown = attempt == 0 && file.locked();
      var current = isAsShown ? file : locked(file, person, billKey, reference);
      var decision = isAsShown ? shown : current.decide();
      if (!decision.isPayable()) {
        return new Granting(current, decision, null);
      }
      var granting = taken(claim, current, decision);
      if (granting.isPresent()) {
        return granting.get();
      }
    }
    throw BUSY.because("limit and bill changed %d times meanwhile", ATTEMPTS);
  }

  private Optional<Granting> taken(Claim claim, CaseFile file, Decision decision) {
    var person = claim.head().personKey();
    var year = file.year().year();
    var kind = claim.head().kind();
    var amount = decision.amount();
    if (!accumulators.use(person, year, kind, amount)) {
      return Optional.empty();
    }
    var billKey = claim.links().billKey();
    if (billKey == null) {
      return Optional.of(new Granting(file, decision, null));
    }
    var reference = claim.id().toString();
    var entry = bills.take(billKey, Bills.OURS, reference, amount, EntryState.RESERVED);
    if (entry.isEmpty()) {
      accumulators.free(person, year, kind, amount, true);
    }
    return entry.map(made -> new Granting(file, decision, made));
  }

  private Money others(@Nullable String billKey, String claimId) {
    return billKey == null ? Money.ZERO : bills.takenByOthers(billKey, Bills.OURS, claimId);
  }

  private @Nullable Integer levelOf(@Nullable String providerCode, LocalDate day) {
    return Optional.ofNullable(providerCode)
        .flatMap(code -> providers.find(code, day))
        .map(Provider::level)
        .orElse(null);
  }

  /**
   * A decision for which limit and bill were taken, the case that led to it, and what was taken of
   * the bill, if there is one.
   */
  public record Granting(CaseFile file, Decision decision, @Nullable Taken taken) {}
}
