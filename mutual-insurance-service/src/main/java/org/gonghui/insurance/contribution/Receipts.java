package org.gonghui.insurance.contribution;

import static org.gonghui.insurance.contribution.ContributionProblems.OVER_ALLOCATED;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gonghui.insurance.contribution.Receipt.Status;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.sql.SqlFailure;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** All receipts; whoever paid and why is sealed. */
@ApplicationScoped
public class Receipts {
  private static final String SELECT = "select * from receipt ";

  /** Two bookings of the same lines wait for each other in one order, never in a ring. */
  private static final Comparator<ReceiptMatching.Incoming> BY_REFERENCE =
      Comparator.comparing(one -> one.credit().account() + '\0' + one.credit().bankRef());

  private final Sql sql;
  private final Identities identities;
  private final ReceiptMatching matching;

  Receipts(Sql sql, Identities identities, ReceiptMatching matching) {
    this.sql = sql;
    this.identities = identities;
    this.matching = matching;
  }

  /** One credit line of a bank statement. */
  public record Credit(
      String account,
      String bankRef,
      LocalDate valueDate,
      Money amount,
      String payerName,
      String payerAccount,
      String remark) {}

  /** How many were new, and what became of them. */
  public record Booked(int added, int seenBefore, int matched, int proposed, int unmatched) {}

  /**
   * Books credits in the running transaction and matches them; a known bank reference is ignored.
   */
  public Booked book(List<Credit> credits) {
    var incoming = credits.stream().map(ReceiptMatching.Incoming::of).toList();
    var now = matching.now();
    sql.updateAll(
        """
        insert into receipt (id, account, bank_ref, value_date, amount, payer_name, payer_account,
          remark, status, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?) on conflict (account, bank_ref) do nothing
        """,
        incoming.stream().sorted(BY_REFERENCE).map(one -> arguments(one, now)).toList());
    var added = added(incoming);
    var fresh = incoming.stream().filter(one -> added.contains(one.id())).toList();
    return matching.match(fresh, credits.size() - fresh.size());
  }

  public Booked book(
      String account,
      String bankRef,
      LocalDate valueDate,
      Money amount,
      String payerName,
      String payerAccount,
      String remark) {
    return book(
        List.of(new Credit(account, bankRef, valueDate, amount, payerName, payerAccount, remark)));
  }

  public Receipt require(UUID id) {
    return sql.find(SELECT + "where id = ?", this::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such receipt"));
  }

  public List<Receipt> list(
      @Nullable String areas,
      @Nullable String employer,
      @Nullable Status status,
      @Nullable UUID after,
      int limit) {
    return sql.list(
        SELECT
            + "where (?::text is null or area like ?) and (?::text is null or employer = ?)"
            + " and (?::text is null or status = ?) and (?::uuid is null or id < ?)"
            + " order by id desc limit ?",
        this::read,
        areas,
        areas,
        employer,
        employer,
        status,
        status,
        after,
        after,
        limit);
  }

  /** Gives back part of what no due takes. */
  public void refund(UUID id, Money amount) {
    try {
      var changed =
          sql.update(
              """
              update receipt set refunded = refunded + ?, version = version + 1,
                status = case when allocated + refunded + ? = amount and allocated = 0
                  then 'REFUNDED' else status end
              where id = ? and allocated + refunded + ? <= amount
              """,
              amount,
              amount,
              id,
              amount);
      if (changed != 1) {
        throw OVER_ALLOCATED.because("the receipt has less than %s left", amount);
      }
    } catch (SqlFailure e) {
      throw e.isCheck() ? OVER_ALLOCATED.because("the receipt has less left") : e;
    }
  }

  private Set<UUID> added(Collection<ReceiptMatching.Incoming> incoming) {
    return sql
        .list(
            "select id from receipt where id = any (?::uuid[])",
            row -> row.uuid("id"),
            (Object) incoming.stream().map(one -> one.id().toString()).toArray(String[]::new))
        .stream()
        .collect(Collectors.toSet());
  }

  private @Nullable Object[] arguments(ReceiptMatching.Incoming one, Instant now) {
    var credit = one.credit();
    return new @Nullable Object[] {
      one.id(),
      credit.account(),
      credit.bankRef(),
      credit.valueDate(),
      credit.amount(),
      identities.sealText(credit.payerName()),
      identities.sealText(credit.payerAccount()),
      identities.sealText(credit.remark()),
      now
    };
  }

  private Receipt read(Row row) {
    return new Receipt(
        row.uuid("id"),
        row.number("version"),
        row.text("account"),
        row.text("bank_ref"),
        row.date("value_date"),
        row.money("amount"),
        identities.openText(row.bytes("payer_name")),
        identities.openText(row.bytes("payer_account")),
        identities.openText(row.bytes("remark")),
        row.findText("employer"),
        row.findText("area"),
        row.money("allocated"),
        row.money("refunded"),
        row.choice(Status.class, "status"));
  }
}
