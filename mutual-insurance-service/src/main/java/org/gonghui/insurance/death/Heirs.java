package org.gonghui.insurance.death;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gonghui.kit.problem.ProblemType.brokenRule;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.Seal;
import org.gonghui.kit.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Who shares a death benefit: those designated, else the first order of heirs, else the second. */
@ApplicationScoped
public class Heirs {
  public static final ProblemType NO_HEIRS =
      brokenRule("NO_HEIRS", "Nobody is named who receives the benefit", "尚未确定受益人");

  private final Sql sql;
  private final Seal seal;
  private final Persons persons;

  Heirs(Sql sql, Seal seal, Persons persons) {
    this.sql = sql;
    this.seal = seal;
    this.persons = persons;
  }

  /** Adds an heir to a claim; somebody named before stays as they were. */
  public void add(UUID claimId, NamedHeir heir, String by) {
    var person = persons.ensure(heir.id(), heir.name());
    var named = new Named(heir.name(), heir.id().number(), heir.guardian());
    sql.update(
        """
        insert into heir (claim_id, payee_no, person_key, identity, relation, share, filed_by)
        select ?, coalesce(max(payee_no), 0) + 1, ?, ?, ?, ?, ? from heir where claim_id = ?
        on conflict (claim_id, person_key) do nothing
        """,
        claimId,
        person.personKey(),
        seal.seal(new String(Canonical.bytes(named), UTF_8)),
        heir.relation(),
        heir.share(),
        by,
        claimId);
  }

  public List<Heir> of(UUID claimId) {
    return sql.list("select * from heir where claim_id = ? order by payee_no", this::read, claimId);
  }

  public boolean isHeir(UUID claimId, PersonKey person) {
    return of(claimId).stream().anyMatch(heir -> heir.personKey().equals(person));
  }

  /** Splits a benefit by largest remainder; ties go to the earlier heir. */
  public List<Part> split(UUID claimId, Money benefit) {
    var all = of(claimId);
    var rank = all.stream().mapToInt(heir -> heir.relation().rank()).min();
    if (rank.isEmpty()) {
      throw NO_HEIRS.because("name at least one heir");
    }
    var entitled = all.stream().filter(heir -> heir.relation().rank() == rank.getAsInt()).toList();
    var parts = benefit.split(entitled.stream().map(Heir::share).toList());
    return java.util.stream.IntStream.range(0, entitled.size())
        .mapToObj(i -> Part.of(entitled.get(i), parts.get(i)))
        .toList();
  }

  private Heir read(Row row) {
    var named = Canonical.read(seal.open(row.bytes("identity")).getBytes(UTF_8), Named.class);
    return new Heir(
        row.number("payee_no"),
        row.person("person_key"),
        named.name(),
        row.choice(Relation.class, "relation"),
        new BigDecimal(row.text("share")));
  }

  /** What is sealed of an heir. */
  record Named(String name, String idNumber, @Nullable String guardian) {}

  /** An heir as somebody names them; a minor's guardian takes the money in the minor's name. */
  public record NamedHeir(
      String name, CitizenId id, Relation relation, BigDecimal share, @Nullable String guardian) {}

  /** An heir of a claim. */
  public record Heir(
      int payeeNo, PersonKey personKey, String name, Relation relation, BigDecimal share) {}

  /** What an heir receives. */
  public record Part(int payeeNo, PersonKey personKey, String name, Money amount) {
    static Part of(Heir heir, Money amount) {
      return new Part(heir.payeeNo(), heir.personKey(), heir.name(), amount);
    }
  }
}
