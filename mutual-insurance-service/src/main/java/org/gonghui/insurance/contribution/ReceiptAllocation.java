package org.gonghui.insurance.contribution;

import static java.util.Objects.requireNonNull;
import static java.util.function.UnaryOperator.identity;
import static org.gonghui.insurance.contribution.ContributionProblems.DUE_NOT_OPEN;
import static org.gonghui.insurance.contribution.ContributionProblems.OVER_ALLOCATED;
import static org.gonghui.kit.money.Money.INVALID_AMOUNT;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** Finance puts on dues what no rule could place. */
@ApplicationScoped
public class ReceiptAllocation {
  private final Receipts receipts;
  private final Dues dues;
  private final DuePayment payment;
  private final Sql sql;
  private final Audit audit;
  private final Clock clock;

  ReceiptAllocation(
      Receipts receipts, Dues dues, DuePayment payment, Sql sql, Audit audit, Clock clock) {
    this.receipts = receipts;
    this.dues = dues;
    this.payment = payment;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /** So much of a receipt for one due. */
  public record Part(UUID dueId, Money amount) {}

  public Receipt allocate(Receipt receipt, List<Part> parts, Caller caller) {
    requirePositive(parts);
    var open =
        dues.lock(parts.stream().map(Part::dueId).distinct().toList()).stream()
            .collect(Collectors.toMap(ContributionDue::id, identity()));
    for (var part : parts) {
      requireFits(open.get(part.dueId()), part, caller);
    }
    var first = requireNonNull(open.get(parts.getFirst().dueId()));
    take(receipt, Money.sum(parts.stream().map(Part::amount).toList()), first);
    sql.updateAll(
        "insert into receipt_allocation (id, receipt_id, due_id, amount, maker, created_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        parts.stream().map(part -> arguments(receipt, part, caller)).toList());
    payment.pay(
        parts.stream()
            .map(part -> new DuePayment.Paid(part.dueId(), part.amount(), receipt.valueDate()))
            .toList());
    audit.record(
        new Act(
            "receipt-allocated",
            "receipt",
            receipt.id(),
            first.area(),
            null,
            Map.of(),
            Map.of("parts", parts)));
    return receipts.require(receipt.id());
  }

  private static void requirePositive(List<Part> parts) {
    for (var i = 0; i < parts.size(); i++) {
      if (!parts.get(i).amount().isPositive()) {
        throw INVALID_AMOUNT.at("/allocations/%d/amount".formatted(i), "more than 0.00");
      }
    }
    if (parts.stream().map(Part::dueId).distinct().count() != parts.size()) {
      throw OVER_ALLOCATED.because("name each due once");
    }
  }

  private static void requireFits(@Nullable ContributionDue due, Part part, Caller caller) {
    if (due == null || !caller.sees(due.area())) {
      throw NOT_FOUND.because("there is no such due in your area");
    }
    if (!due.status().isOpen()) {
      throw DUE_NOT_OPEN.because("the due is %s", due.status());
    }
    if (part.amount().isMoreThan(due.rest())) {
      throw OVER_ALLOCATED.because("the due has %s left to pay", due.rest());
    }
  }

  private void take(Receipt receipt, Money sum, ContributionDue first) {
    var taken =
        sql.update(
            """
            update receipt set allocated = allocated + ?, status = 'ALLOCATED', employer = ?,
              area = ?, version = version + 1
            where id = ? and version = ? and allocated + refunded + ? <= amount
            """,
            sum,
            first.employer(),
            first.area(),
            receipt.id(),
            receipt.version(),
            sum);
    if (taken != 1) {
      throw OVER_ALLOCATED.because("the receipt has %s left", receipt.free());
    }
    sql.update(
        "update receipt_allocation set state = 'DISMISSED'"
            + " where receipt_id = ? and state = 'PROPOSED'",
        receipt.id());
  }

  private @Nullable Object[] arguments(Receipt receipt, Part part, Caller caller) {
    return new @Nullable Object[] {
      Uuid7.next(), receipt.id(), part.dueId(), part.amount(), caller.subject(), clock.instant()
    };
  }
}
