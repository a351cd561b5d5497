package org.gonghui.insurance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;

/** The used part of each limit, per person and plan year (累计额). */
@ApplicationScoped
public class Accumulators {
  private static final Money ONCE = Money.of("1.00");

  private final Sql sql;

  Accumulators(Sql sql) {
    this.sql = sql;
  }

  /** What is used, without holding anybody up. */
  public Money used(PersonKey person, int planYear, BenefitKind kind) {
    return sql.find(
            "select used from accumulator where person_key = ? and plan_year = ? and limit_code = ?",
            row -> row.money("used"),
            person,
            planYear,
            codeOf(kind))
        .orElse(Money.ZERO);
  }

  /**
   * What is used, locked until the end of the transaction: the claims of one person wait for each
   * other here, before any bill, so that they never wait in a circle.
   */
  public Money lock(PersonKey person, int planYear, BenefitKind kind, Terms terms) {
    return sql.list(
            """
            insert into accumulator (person_key, plan_year, limit_code, limit_value)
            values (?, ?, ?, ?)
            on conflict (person_key, plan_year, limit_code)
            do update set limit_value = greatest(accumulator.used, excluded.limit_value)
            returning used
            """,
            row -> row.money("used"),
            person,
            planYear,
            codeOf(kind),
            limitOf(kind, terms))
        .getFirst();
  }

  /** Uses up some of a limit; false when there is not that much left. */
  public boolean use(PersonKey person, int planYear, BenefitKind kind, Money benefit) {
    var amount = measured(kind, benefit);
    return sql.update(
            """
            update accumulator set used = used + ?
            where person_key = ? and plan_year = ? and limit_code = ? and used + ? <= limit_value
            """,
            amount,
            person,
            planYear,
            codeOf(kind),
            amount)
        == 1;
  }

  /** Gives back what a reversed benefit had used; for counted benefits only a whole one counts. */
  public void free(PersonKey person, int planYear, BenefitKind kind, Money benefit, boolean whole) {
    if (kind != BenefitKind.HOSPITAL && !whole) {
      return;
    }
    sql.update(
        "update accumulator set used = used - ?"
            + " where person_key = ? and plan_year = ? and limit_code = ?",
        measured(kind, benefit),
        person,
        planYear,
        codeOf(kind));
  }

  private static Money measured(BenefitKind kind, Money benefit) {
    return switch (kind) {
      case HOSPITAL -> benefit;
      case CRITICAL_ILLNESS, DEATH -> ONCE;
    };
  }

  private static Money limitOf(BenefitKind kind, Terms terms) {
    return switch (kind) {
      case HOSPITAL -> terms.hospital().annualLimit();
      case CRITICAL_ILLNESS, DEATH -> ONCE;
    };
  }

  private static String codeOf(BenefitKind kind) {
    return switch (kind) {
      case HOSPITAL -> "HOSPITAL_AMOUNT";
      case CRITICAL_ILLNESS -> "CRITICAL_COUNT";
      case DEATH -> "DEATH_COUNT";
    };
  }
}
