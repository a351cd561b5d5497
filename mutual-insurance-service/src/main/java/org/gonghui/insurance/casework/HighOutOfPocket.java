package org.gonghui.insurance.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.gonghui.insurance.bill.Bills;
import org.gonghui.insurance.claim.ClaimEvent;
import org.gonghui.insurance.claim.ClaimHead;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.time.Uuid7;

/** Tells other services, once per person and plan year, that bills leave somebody much to pay. */
@ApplicationScoped
public class HighOutOfPocket {
  private final Sql sql;
  private final Bills bills;
  private final Persons persons;
  private final Outbox outbox;
  private final Clock clock;

  HighOutOfPocket(Sql sql, Bills bills, Persons persons, Outbox outbox, Clock clock) {
    this.sql = sql;
    this.bills = bills;
    this.persons = persons;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What the person's bills of the year leave to pay. */
  public Money of(ClaimHead head) {
    return bills.restOf(head.personKey(), head.planYear());
  }

  /** Call it with the person's limit locked, so that two bills at once are seen together. */
  public void tellIfReached(ClaimHead head, Money rest, Money threshold) {
    if (!rest.isAtLeast(threshold)) {
      return;
    }
    var person = head.personKey();
    var planYear = head.planYear();
    var now = clock.instant();
    var first =
        sql.update(
            "insert into high_out_of_pocket (person_key, plan_year, rest, told_at)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            person,
            planYear,
            rest,
            now);
    if (first == 1) {
      var about = persons.find(person).map(Person::id).orElseGet(Uuid7::next);
      outbox.record(
          new ClaimEvent.HighOutOfPocket(about, person, head.area(), planYear, rest, now));
    }
  }
}
