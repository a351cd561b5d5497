package org.gonghui.insurance.member;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.gonghui.insurance.member.Person.Identity;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** All persons. */
@ApplicationScoped
public class Persons {
  private static final String SELECT =
      """
      select p.*, a.id as account_id, a.holder, a.account, a.bank_code, a.usable_from
      from person p
      left join payee_account a on a.person_key = p.person_key and a.status = 'CONFIRMED'
      where p.person_key = ?
      """;

  private final Sql sql;
  private final Identities identities;
  private final Clock clock;

  Persons(Sql sql, Identities identities, Clock clock) {
    this.sql = sql;
    this.identities = identities;
    this.clock = clock;
  }

  public Optional<Person> find(PersonKey personKey) {
    return sql.find(SELECT, this::read, personKey);
  }

  public Person require(PersonKey personKey) {
    return find(personKey).orElseThrow(() -> NOT_FOUND.because("there is no such person"));
  }

  /** The person of that number, made known if new; a known name stays. */
  public Person ensure(CitizenId id, String name) {
    var key = identities.keyOf(id);
    sql.update(
        """
        insert into person (person_key, identity, name_index, created_at) values (?, ?, ?, ?)
        on conflict (person_key) do nothing
        """,
        key,
        identities.seal(new Identity(name, id.number(), null)),
        identities.nameIndex(name),
        clock.instant());
    return require(key);
  }

  /** Notes a death once; whether it was news. */
  public boolean markDeceased(PersonKey personKey, LocalDate diedOn) {
    return sql.update(
            "update person set died_on = ?, version = version + 1"
                + " where person_key = ? and died_on is null",
            diedOn,
            personKey)
        == 1;
  }

  public void consent(PersonKey personKey, Consent consent) {
    sql.update(
        """
        update person set consent_state = ?, consent_at = ?, consent_evidence = ?,
          version = version + 1
        where person_key = ?
        """,
        consent.state(),
        consent.at(),
        consent.evidence(),
        personKey);
  }

  public void rename(PersonKey personKey, Identity identity) {
    sql.update(
        "update person set identity = ?, name_index = ?, version = version + 1"
            + " where person_key = ?",
        identities.seal(identity),
        identities.nameIndex(identity.name()),
        personKey);
  }

  private Person read(Row row) {
    return new Person(
        row.uuid("id"),
        row.number("version"),
        row.person("person_key"),
        identities.open(row.bytes("identity")),
        row.findDate("died_on"),
        row.flag("union_paid"),
        new Consent(
            row.choice(Consent.State.class, "consent_state"),
            row.findInstant("consent_at"),
            row.findText("consent_evidence")),
        readAccount(row));
  }

  private @Nullable PayeeAccount readAccount(Row row) {
    var id = row.findUuid("account_id");
    if (id == null) {
      return null;
    }
    return new PayeeAccount(
        id,
        identities.openText(row.bytes("holder")),
        identities.openText(row.bytes("account")),
        row.text("bank_code"),
        usableFrom(row),
        true);
  }

  private static Instant usableFrom(Row row) {
    var from = row.findInstant("usable_from");
    return from == null ? Instant.EPOCH : from;
  }
}
