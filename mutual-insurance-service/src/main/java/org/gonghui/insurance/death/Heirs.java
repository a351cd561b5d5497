package org.gonghui.insurance.death;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.death.Heir.Guardian;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.Seal;
import org.jspecify.annotations.Nullable;

/** Those named for a death claim: by whoever filed it, or by the member. */
@ApplicationScoped
public class Heirs {
  private final Sql sql;
  private final Seal seal;
  private final Persons persons;

  Heirs(Sql sql, Seal seal, Persons persons) {
    this.sql = sql;
    this.seal = seal;
    this.persons = persons;
  }

  /** Adds somebody to a claim; who was named before stays as they were. */
  public void add(UUID claimId, Heir heir, String by) {
    var guardian = heir.guardian();
    var person = persons.ensure(heir.id(), heir.name()).personKey();
    var named =
        new Named(heir.name(), heir.id().number(), guardian == null ? null : Named.of(guardian));
    sql.update(
        """
        insert into heir (claim_id, payee_no, person_key, identity, relation, share, filed_by,
          guardian_key)
        select ?, coalesce(max(payee_no), 0) + 1, ?, ?, ?, ?, ?, ? from heir where claim_id = ?
        on conflict (claim_id, person_key) do nothing
        """,
        claimId,
        person,
        seal.seal(new String(Canonical.bytes(named), UTF_8)),
        heir.relation(),
        heir.share(),
        by,
        guardian == null ? null : persons.ensure(guardian.id(), guardian.name()).personKey(),
        claimId);
  }

  public List<Heir> of(UUID claimId) {
    return sql.list("select * from heir where claim_id = ? order by payee_no", this::read, claimId);
  }

  /** Whether somebody is named in a claim, or takes the money of a minor who is. */
  public boolean isNamed(UUID claimId, PersonKey person) {
    return sql.find(
            "select 1 as one from heir where claim_id = ? and ? in (person_key, guardian_key)",
            row -> row.number("one"),
            claimId,
            person)
        .isPresent();
  }

  /** Whom the member named at another time does not count. */
  void forgetDesignated(UUID claimId) {
    sql.update("delete from heir where claim_id = ? and relation = 'DESIGNATED'", claimId);
  }

  private Heir read(Row row) {
    var named = Canonical.read(seal.open(row.bytes("identity")).getBytes(UTF_8), Named.class);
    return new Heir(
        row.number("payee_no"),
        named.name(),
        new CitizenId(named.idNumber()),
        row.choice(Relation.class, "relation"),
        new BigDecimal(row.text("share")),
        named.guardian() == null ? null : named.guardian().open());
  }

  /** What is sealed of somebody. */
  record Named(String name, String idNumber, @Nullable Named guardian) {
    static Named of(Guardian guardian) {
      return new Named(guardian.name(), guardian.id().number(), null);
    }

    Guardian open() {
      return new Guardian(name, new CitizenId(idNumber));
    }
  }
}
