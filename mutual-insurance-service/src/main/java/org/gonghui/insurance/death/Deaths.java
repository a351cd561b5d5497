package org.gonghui.insurance.death;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.gonghui.insurance.enrolment.Enrolments;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.time.Uuid7;

/** Deaths that are known; each ends the cover and is told once. */
@ApplicationScoped
public class Deaths {
  private final Sql sql;
  private final Persons persons;
  private final Enrolments enrolments;
  private final Outbox outbox;
  private final Clock clock;

  Deaths(Sql sql, Persons persons, Enrolments enrolments, Outbox outbox, Clock clock) {
    this.sql = sql;
    this.persons = persons;
    this.enrolments = enrolments;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Notes a death; whether it was news. */
  @com.google.errorprone.annotations.CanIgnoreReturnValue
  public boolean tell(PersonKey person, LocalDate diedOn, String area) {
    var now = clock.instant();
    var first =
        sql.update(
            "insert into death (person_key, died_on, area, told_at) values (?, ?, ?, ?)"
                + " on conflict do nothing",
            person,
            diedOn,
            area,
            now);
    if (first == 0) {
      return false;
    }
    if (persons.markDeceased(person, diedOn)) {
      enrolments.endCoverAfterDeath(person, diedOn);
    }
    var about = persons.find(person).map(Person::id).orElseGet(Uuid7::next);
    outbox.record(new MemberEvent.Deceased(about, person, area, diedOn, now));
    return true;
  }
}
