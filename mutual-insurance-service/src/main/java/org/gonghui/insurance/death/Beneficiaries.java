package org.gonghui.insurance.death;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gonghui.insurance.member.Designations;
import org.gonghui.insurance.member.Designations.Beneficiary;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.member.Persons;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.problem.ProblemType;
import org.gonghui.kit.time.ClockProducer;

/** Who receives a death benefit (受益人). */
@ApplicationScoped
public class Beneficiaries {
  public static final ProblemType NO_HEIRS = Shares.NO_HEIRS;
  public static final ProblemType GUARDIAN_MISSING =
      brokenRule("GUARDIAN_MISSING", "A minor is paid through a guardian", "未成年受益人须指定监护人");
  private static final String BY_MEMBER = "MEMBER";

  private final Designations designations;
  private final Heirs heirs;
  private final Persons persons;
  private final Identities identities;
  private final Clock clock;

  Beneficiaries(
      Designations designations, Heirs heirs, Persons persons, Identities identities, Clock clock) {
    this.designations = designations;
    this.heirs = heirs;
    this.persons = persons;
    this.identities = identities;
    this.clock = clock;
  }

  /** Adds those named by somebody who files, and whom the member named: they all see the claim. */
  public void name(Estate estate, List<Heir> named, String by) {
    heirs.forgetDesignated(estate.claimId());
    named.forEach(heir -> heirs.add(estate.claimId(), heir, by));
    designated(estate).forEach(heir -> heirs.add(estate.claimId(), heir, BY_MEMBER));
  }

  /** What everybody receives, and to whose account it goes. */
  public List<Payee> split(Estate estate, Money benefit) {
    name(estate, List.of(), BY_MEMBER);
    var today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    var named = heirs.of(estate.claimId()).stream().filter(h -> outlived(h.id(), estate)).toList();
    var parts = Shares.split(Shares.entitled(designated(estate), named), benefit);
    if (parts.stream().anyMatch(part -> part.heir().lacksGuardian(today))) {
      throw GUARDIAN_MISSING.because("name the guardian of each minor");
    }
    return parts.stream()
        .map(
            part ->
                new Payee(
                    part.heir().payeeNo(),
                    identities.keyOf(part.heir().payee(today)),
                    part.heir().name(),
                    part.amount()))
        .toList();
  }

  /** The naming that was valid on the day of death; who died before the member is left out. */
  private List<Heir> designated(Estate estate) {
    var named = heirs.of(estate.claimId());
    return designations.validOn(estate.member(), estate.diedOn()).stream()
        .map(beneficiary -> heir(beneficiary, named))
        .filter(heir -> outlived(heir.id(), estate))
        .toList();
  }

  /** A minor's guardian is known from whoever filed for the minor. */
  private static Heir heir(Beneficiary beneficiary, List<Heir> named) {
    var id = new CitizenId(beneficiary.idNumber());
    var guardian =
        named.stream()
            .filter(heir -> heir.id().equals(id))
            .flatMap(heir -> Optional.ofNullable(heir.guardian()).stream())
            .findFirst()
            .orElse(null);
    return new Heir(0, beneficiary.name(), id, Relation.DESIGNATED, beneficiary.share(), guardian);
  }

  private boolean outlived(CitizenId id, Estate estate) {
    return persons
        .find(identities.keyOf(id))
        .map(Person::diedOn)
        .filter(day -> day.isBefore(estate.diedOn()))
        .isEmpty();
  }

  /** Who is paid how much; the name is that of the heir, also where a guardian takes it. */
  public record Payee(int payeeNo, PersonKey personKey, String name, Money amount) {}
}
