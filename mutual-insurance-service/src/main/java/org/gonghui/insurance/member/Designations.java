package org.gonghui.insurance.member;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.problem.ProblemType;
import org.gonghui.kit.time.Uuid7;

/** Whom members name to receive their death benefit; the latest valid on the day counts. */
@ApplicationScoped
public class Designations {
  public static final ProblemType SHARES_NOT_ONE =
      brokenRule("SHARES_NOT_ONE", "The shares do not add up to one", "份额之和须等于 1");

  private final Sql sql;
  private final Identities identities;
  private final Json json;
  private final Clock clock;

  Designations(Sql sql, Identities identities, Json json, Clock clock) {
    this.sql = sql;
    this.identities = identities;
    this.json = json;
    this.clock = clock;
  }

  /** Somebody who receives a share. */
  public record Beneficiary(String name, String idNumber, String relation, BigDecimal share) {}

  public List<Beneficiary> validOn(PersonKey person, LocalDate day) {
    return sql.find(
            """
            select shares from beneficiary_designation
            where person_key = ? and signed_on <= ? and (revoked_on is null or revoked_on > ?)
            order by signed_on desc, no desc limit 1
            """,
            row -> identities.openText(row.bytes("shares")),
            person,
            day,
            day)
        .map(shares -> json.readList(shares, Beneficiary.class))
        .orElse(List.of());
  }

  /** Names them anew; nobody named takes the earlier naming back. */
  public void sign(PersonKey person, List<Beneficiary> shares, LocalDate day) {
    var sum = shares.stream().map(Beneficiary::share).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!shares.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
      throw SHARES_NOT_ONE.because("the shares add up to %s", sum.toPlainString());
    }
    sql.update(
        "update beneficiary_designation set revoked_on = ?"
            + " where person_key = ? and revoked_on is null",
        day,
        person);
    if (!shares.isEmpty()) {
      sql.update(
          """
          insert into beneficiary_designation (id, person_key, no, shares, signed_on, created_at)
          select ?, ?, coalesce(max(no), 0) + 1, ?, ?, ? from beneficiary_designation
          where person_key = ?
          """,
          Uuid7.next(),
          person,
          identities.sealText(json.write(shares)),
          day,
          clock.instant(),
          person);
    }
  }
}
