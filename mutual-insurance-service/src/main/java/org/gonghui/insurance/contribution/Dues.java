package org.gonghui.insurance.contribution;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.jspecify.annotations.Nullable;

/** All dues. */
@ApplicationScoped
public class Dues {
  private static final String SELECT = "select * from contribution_due ";

  private final Sql sql;

  Dues(Sql sql) {
    this.sql = sql;
  }

  public ContributionDue require(UUID id) {
    return sql.find(SELECT + "where id = ?", Dues::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such due"));
  }

  public List<ContributionDue> list(
      String areas,
      @Nullable CreditCode employer,
      @Nullable DueStatus status,
      @Nullable UUID after,
      int limit) {
    return sql.list(
        SELECT
            + "where area like ? and (?::text is null or employer = ?)"
            + " and (?::text is null or status = ?) and (?::uuid is null or id < ?)"
            + " order by id desc limit ?",
        Dues::read,
        areas,
        employer,
        employer,
        status,
        status,
        after,
        after,
        limit);
  }

  /** The dues of these references, locked in one order so that no two bookings wait in a ring. */
  List<ContributionDue> lockByReference(Collection<String> references) {
    return sql.list(
        SELECT + "where reference = any (?) order by id for update",
        Dues::read,
        (Object) references.toArray(String[]::new));
  }

  public List<ContributionDue> lock(Collection<UUID> ids) {
    return sql.list(
        SELECT + "where id = any (?::uuid[]) order by id for update",
        Dues::read,
        (Object) ids.stream().map(UUID::toString).toArray(String[]::new));
  }

  List<ContributionDue> openOf(CreditCode employer) {
    return sql.list(
        SELECT + "where employer = ? and status in ('ISSUED', 'PARTLY_PAID') order by id",
        Dues::read,
        employer);
  }

  /** Takes money off a due that is paid, for heads that are on it no more. */
  public void reducePaid(UUID id, Money amount) {
    sql.update(
        "update contribution_due set payable = payable - ?, paid = paid - ?, version = version + 1"
            + " where id = ?",
        amount,
        amount,
        id);
  }

  static ContributionDue read(Row row) {
    return new ContributionDue(
        row.uuid("id"),
        row.number("version"),
        row.text("reference"),
        row.uuid("batch_id"),
        row.text("plan_code"),
        row.number("plan_year"),
        row.employer("employer"),
        row.text("area"),
        row.number("heads"),
        row.money("payable"),
        row.money("union_share"),
        row.money("paid"),
        row.choice(DueStatus.class, "status"),
        row.instant("issued_at"),
        row.date("pay_by"),
        row.date("lapse_on"),
        row.findDate("paid_on"));
  }
}
