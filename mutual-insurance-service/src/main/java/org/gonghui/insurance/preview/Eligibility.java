package org.gonghui.insurance.preview;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.decision.Accumulators;
import org.gonghui.insurance.decision.CaseFiles;
import org.gonghui.insurance.decision.Rulings;
import org.gonghui.insurance.document.DocumentKind;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.preview.EligibilityView.DocumentsFor;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;

/** Who is covered on a day, from when benefits are payable, and what is left of the limit. */
@ApplicationScoped
public class Eligibility {
  private static final List<DocumentsFor> DOCUMENTS =
      Arrays.stream(BenefitKind.values())
          .map(kind -> new DocumentsFor(kind, DocumentKind.requiredFor(kind)))
          .toList();

  private final CaseFiles files;
  private final Rulings rulings;
  private final Accumulators accumulators;

  Eligibility(CaseFiles files, Rulings rulings, Accumulators accumulators) {
    this.files = files;
    this.rulings = rulings;
    this.accumulators = accumulators;
  }

  EligibilityView of(PersonKey person, LocalDate day, Caller caller) {
    return files
        .coverOn(person, day)
        .filter(cover -> sees(cover, day, caller))
        .map(cover -> covered(person, day, cover))
        .orElseGet(() -> new EligibilityView(false, null, null, null, null, null, DOCUMENTS));
  }

  /** Officers of another area do not learn whether there is such a person. */
  void requireSees(PersonKey person, LocalDate day, Caller caller) {
    if (files.coverOn(person, day).filter(cover -> !sees(cover, day, caller)).isPresent()) {
      throw NOT_FOUND.because("no such person");
    }
  }

  private static boolean sees(Cover cover, LocalDate day, Caller caller) {
    return caller.has(Role.MEMBER) || caller.sees(cover.areaOn(day));
  }

  private EligibilityView covered(PersonKey person, LocalDate day, Cover cover) {
    var terms = rulings.require(cover.planCode(), cover.planYear(), day, null).version().terms();
    var used = accumulators.used(person, cover.planYear(), BenefitKind.HOSPITAL);
    return new EligibilityView(
        true,
        cover.from(),
        cover.until(),
        payableFrom(cover, terms.waiting().hospitalDays()),
        payableFrom(cover, terms.waiting().criticalIllnessDays()),
        limit(terms).minus(used),
        DOCUMENTS);
  }

  private static Money limit(Terms terms) {
    return terms.hospital().annualLimit();
  }

  private static LocalDate payableFrom(Cover cover, int waitingDays) {
    return cover.renewed() ? cover.from() : cover.from().plusDays(waitingDays);
  }
}
