package org.gonghui.aid.person;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.person.Seal;
import org.gonghui.kit.time.Uuid7;

/** All persons. */
@ApplicationScoped
public class Persons implements PanacheRepositoryBase<Person, UUID> {
  private final PersonKeys keys;
  private final Seal seal;
  private final Clock clock;

  Persons(PersonKeys keys, Seal seal, Clock clock) {
    this.keys = keys;
    this.seal = seal;
    this.clock = clock;
  }

  public Person require(PersonKey person) {
    return find("personKey", person.value())
        .firstResultOptional()
        .orElseThrow(() -> NOT_FOUND.because("there is no such person"));
  }

  /** The person of that number, made known if new; a known name stays. */
  public Person ensure(Named named, String pointer) {
    var id = citizenId(named.idNumber(), pointer + "/idNumber");
    var key = keys.of(id);
    getEntityManager()
        .createNativeQuery(
            """
            insert into person (id, version, person_key, id_number, name, phone, birth_date, created_at)
            values (:id, 0, :key, :number, :name, cast(:phone as bytea), :birth, :now)
            on conflict (person_key) do nothing
            """)
        .setParameter("id", Uuid7.next())
        .setParameter("key", key.value())
        .setParameter("number", seal.seal(id.number()))
        .setParameter("name", seal.seal(named.name().strip()))
        .setParameter("phone", named.phone() == null ? null : seal.seal(named.phone()))
        .setParameter("birth", id.birthDate())
        .setParameter("now", clock.instant())
        .executeUpdate();
    return require(key);
  }

  private CitizenId citizenId(String text, String pointer) {
    var number = CitizenId.normalise(text);
    var defect = CitizenId.defectOf(number);
    if (defect != null) {
      throw CitizenId.INVALID_ID.at(
          pointer, "wrong " + defect.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    var id = new CitizenId(number);
    if (id.birthDate().isAfter(LocalDate.now(clock))) {
      throw CitizenId.INVALID_ID.at(pointer, "birth lies in the future");
    }
    return id;
  }
}
