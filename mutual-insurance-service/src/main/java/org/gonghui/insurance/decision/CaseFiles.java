package org.gonghui.insurance.decision;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.gonghui.insurance.adjudication.Facts;
import org.gonghui.insurance.adjudication.Inputs;
import org.gonghui.insurance.adjudication.Inputs.CoverPeriod;
import org.gonghui.insurance.adjudication.Inputs.Earlier;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.decision.Rulings.Ruling;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.enrolment.Covers;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.plan.PlanVersions;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.problem.ProblemType;

/** Gathers what an adjudication needs from the registers. */
@ApplicationScoped
public class CaseFiles {
  public static final ProblemType NO_TERMS =
      brokenRule("NO_TERMS", "No terms are in force on that day", "该日期没有生效的条款");

  private final Covers covers;
  private final Persons persons;
  private final PlanYears years;
  private final PlanVersions versions;

  CaseFiles(Covers covers, Persons persons, PlanYears years, PlanVersions versions) {
    this.covers = covers;
    this.persons = persons;
    this.years = years;
    this.versions = versions;
  }

  /** The case without what others have used; add that from locked rows. */
  public CaseFile open(Question question) {
    var person = question.person();
    return open(question, new Known(covers.of(person), persons.find(person)));
  }

  /** The same with covers and person that are at hand. */
  public CaseFile open(Question question, Known register) {
    var day = question.facts().decisiveDate();
    var known = register.covers();
    var cover = known.stream().filter(c -> c.holds(day)).findFirst();
    var year =
        cover
            .flatMap(c -> years.find(c.planCode(), c.planYear()))
            .or(() -> years.findCovering(PlanYear.MEDICAL, day))
            .orElseThrow(() -> NO_TERMS.because("there is no plan year for %s", day));
    var version =
        versions
            .inForce(year.id(), day)
            .orElseThrow(() -> NO_TERMS.because("no version is in force on %s", day));
    return file(question, register, new Ruling(year, version, null));
  }

  /** The same by rules that are at hand. */
  public CaseFile file(Question question, Known register, Ruling ruling) {
    var version = ruling.version();
    var inputs =
        new Inputs(
            question.facts(),
            ruling.year().year(),
            register.covers().stream().map(CaseFiles::period).toList(),
            register.person().map(Person::diedOn).orElse(null),
            question.filedOn(),
            question.lateFilingAccepted(),
            question.earlier(),
            Money.ZERO,
            Money.ZERO,
            version.checksum(),
            question.origins());
    var day = question.facts().decisiveDate();
    var cover = register.covers().stream().filter(c -> c.holds(day)).findFirst();
    return new CaseFile(inputs, ruling.year(), version, cover, register.person(), false);
  }

  /** The cover on a day, if there is one. */
  public Optional<Cover> coverOn(PersonKey person, LocalDate day) {
    return covers.of(person).stream().filter(cover -> cover.holds(day)).findFirst();
  }

  private static CoverPeriod period(Cover cover) {
    return new CoverPeriod(cover.from(), cover.until(), !cover.renewed());
  }

  /** What the registers hold of a person. */
  public record Known(List<Cover> covers, Optional<Person> person) {}

  /** What is asked: whose event, when it was filed, and what was paid before. */
  public record Question(
      PersonKey person,
      Facts facts,
      LocalDate filedOn,
      boolean lateFilingAccepted,
      List<Earlier> earlier,
      SortedMap<String, Origin> origins) {}
}
