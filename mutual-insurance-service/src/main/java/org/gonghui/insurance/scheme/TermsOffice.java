package org.gonghui.insurance.scheme;

import static org.gonghui.insurance.plan.PlanProblems.GOLDEN_CASE_FAILED;
import static org.gonghui.insurance.plan.PlanProblems.VERSION_IN_USE;
import static org.gonghui.insurance.plan.PlanVersionStatus.APPROVED;
import static org.gonghui.insurance.plan.PlanVersionStatus.DRAFT;
import static org.gonghui.insurance.plan.PlanVersionStatus.SUBMITTED;
import static org.gonghui.insurance.scheme.YearDraft.or;
import static org.gonghui.insurance.scheme.YearOffice.requireCity;
import static org.gonghui.insurance.scheme.YearOffice.requireOther;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Adjudication;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.adjudication.TermsRules;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.insurance.plan.PlanEvent;
import org.gonghui.insurance.plan.PlanVersion;
import org.gonghui.insurance.plan.PlanVersionStatus;
import org.gonghui.insurance.plan.PlanVersions;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.sql.Json;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** How terms are drafted, proved, approved and taken into force. */
@ApplicationScoped
public class TermsOffice {
  private final PlanVersions versions;
  private final Json json;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  TermsOffice(PlanVersions versions, Json json, Outbox outbox, Audit audit, Clock clock) {
    this.versions = versions;
    this.json = json;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  PlanVersion draft(PlanYear year, VersionDraft draft, Caller caller) {
    requireCity(caller);
    var content = filled(draft, Uuid7.next(), 0, year.id(), year.cover(), caller);
    versions.add(content);
    note("plan-version-drafted", content, caller, null);
    return versions.require(content.id());
  }

  PlanVersion change(PlanVersion old, VersionDraft draft, Caller caller) {
    requireCity(caller);
    if (old.status() != DRAFT) {
      throw VERSION_IN_USE.because("the version is %s", old.status());
    }
    var content = filled(draft, old.id(), old.version(), old.planYearId(), old.valid(), caller);
    versions.change(content);
    note("plan-version-changed", content, caller, null);
    return versions.require(old.id());
  }

  PlanVersion submit(PlanVersion draft, Caller caller) {
    requireCity(caller);
    draft.requireMayBecome(SUBMITTED);
    TermsRules.require(draft.terms());
    var failed = runGoldenCases(draft).stream().filter(result -> !result.passed()).toList();
    if (!failed.isEmpty()) {
      throw GOLDEN_CASE_FAILED
          .because("%d golden cases give another amount", failed.size())
          .and(failed.stream().map(GoldenResult::toFault).toList());
    }
    return move(draft, SUBMITTED, "plan-version-submitted", caller, null);
  }

  PlanVersion approve(PlanVersion submitted, Caller caller) {
    requireCity(caller);
    submitted.requireMayBecome(APPROVED);
    requireOther(submitted.maker(), caller);
    var approved = move(submitted, APPROVED, "plan-version-approved", caller, null);
    takeDueIntoForce();
    return versions.require(approved.id());
  }

  PlanVersion giveBack(PlanVersion submitted, String reason, Caller caller) {
    requireCity(caller);
    return move(submitted, DRAFT, "plan-version-returned", caller, reason);
  }

  /** Takes every approved version whose first day has come into force, once. */
  public void takeDueIntoForce() {
    var today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    for (var due : versions.dueOn(today)) {
      versions.takeForce(due, clock.instant());
      var valid = due.valid();
      outbox.record(
          new PlanEvent.VersionInForce(
              due.id(), due.planYearId(), due.no(), valid.from(), valid.until(), clock.instant()));
    }
  }

  static List<GoldenResult> runGoldenCases(PlanVersion version) {
    return version.goldenCases().stream()
        .map(
            golden -> {
              var amount = Adjudication.adjudicate(golden.inputs(), version.terms()).amount();
              var passed = amount.equals(golden.amount());
              return new GoldenResult(golden.name(), golden.amount(), amount, passed);
            })
        .toList();
  }

  private PlanVersion filled(
      VersionDraft draft, UUID id, int version, UUID yearId, DateRange usual, Caller caller) {
    var terms = or(draft.terms(), Terms.defaults());
    TermsRules.require(terms);
    return new PlanVersion(
        id,
        version,
        yearId,
        versions.nextNo(yearId),
        DRAFT,
        new DateRange(or(draft.validFrom(), usual.from()), or(draft.validTo(), usual.until())),
        terms,
        or(draft.goldenCases(), List.of()),
        checksum(json.write(terms)),
        caller.subject(),
        null,
        clock.instant());
  }

  private PlanVersion move(
      PlanVersion seen,
      PlanVersionStatus next,
      String action,
      Caller caller,
      @Nullable String reason) {
    versions.move(seen, next, next == APPROVED ? caller.subject() : null);
    note(action, seen, caller, reason);
    return versions.require(seen.id());
  }

  private void note(String action, PlanVersion version, Caller caller, @Nullable String reason) {
    audit.record(
        new Act(
            action,
            "plan-version",
            version.id(),
            caller.area(),
            reason,
            Map.of(),
            Map.of("no", version.no(), "checksum", version.checksum())));
  }

  private static String checksum(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a golden case gave. */
  public record GoldenResult(String name, Money expected, Money actual, boolean passed) {
    Fault toFault() {
      return new Fault(
          "/goldenCases/" + name,
          GOLDEN_CASE_FAILED.code(),
          "expected %s, got %s, difference %s".formatted(expected, actual, actual.minus(expected)));
    }
  }
}
