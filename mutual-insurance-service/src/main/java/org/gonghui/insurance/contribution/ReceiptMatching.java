package org.gonghui.insurance.contribution;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.gonghui.insurance.contribution.Matching.Matched;
import org.gonghui.insurance.contribution.Matching.Open;
import org.gonghui.insurance.contribution.Matching.Part;
import org.gonghui.insurance.contribution.Matching.Proposed;
import org.gonghui.insurance.contribution.Matching.Unmatched;
import org.gonghui.insurance.contribution.Receipts.Booked;
import org.gonghui.insurance.contribution.Receipts.Credit;
import org.gonghui.insurance.member.Employers;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** Matches new receipts to dues: reads once, decides in memory, writes in batches. */
@ApplicationScoped
class ReceiptMatching {
  private static final String BY_RULE = "rule:reference";

  private final Dues dues;
  private final DuePayment payment;
  private final Employers employers;
  private final Sql sql;
  private final Clock clock;

  ReceiptMatching(Dues dues, DuePayment payment, Employers employers, Sql sql, Clock clock) {
    this.dues = dues;
    this.payment = payment;
    this.employers = employers;
    this.sql = sql;
    this.clock = clock;
  }

  /** A credit on its way in, with the references that its remark names. */
  record Incoming(UUID id, Credit credit, List<DueReference> references) {
    static Incoming of(Credit credit) {
      return new Incoming(Uuid7.next(), credit, DueReference.allIn(credit.remark()));
    }
  }

  Instant now() {
    return clock.instant();
  }

  Booked match(List<Incoming> incoming, int seenBefore) {
    var named =
        dues
            .lockByReference(
                incoming.stream()
                    .flatMap(one -> one.references().stream())
                    .map(DueReference::text)
                    .distinct()
                    .toList())
            .stream()
            .collect(toMap(ContributionDue::reference, Function.identity()));
    var rests = new HashMap<UUID, Money>();
    named.values().forEach(due -> rests.put(due.id(), due.rest()));
    var work = new Work(clock.instant());
    incoming.forEach(one -> decide(one, named, rests, work));
    store(work);
    return new Booked(incoming.size(), seenBefore, work.matched, work.proposed, work.unmatched);
  }

  private void decide(
      Incoming one, Map<String, ContributionDue> named, Map<UUID, Money> rests, Work work) {
    var known =
        one.references().stream()
            .map(reference -> named.get(reference.text()))
            .filter(Objects::nonNull)
            .toList();
    var open =
        known.stream().map(due -> new Open(due.id(), requireNonNull(rests.get(due.id())))).toList();
    var payers = one.references().isEmpty() ? openOfPayer(one.credit()) : List.<Open>of();
    var owner = known.isEmpty() ? null : known.getFirst();
    switch (Matching.of(one.credit().amount(), !one.references().isEmpty(), open, payers)) {
      case Matched(var parts) -> work.matched(one, parts, owner, rests);
      case Proposed(var part) -> work.proposed(one, part, dues.require(part.dueId()));
      case Unmatched() -> work.unmatched(one, owner);
    }
  }

  private List<Open> openOfPayer(Credit credit) {
    return employers.named(credit.payerName().strip()).stream()
        .flatMap(employer -> dues.openOf(employer.creditCode()).stream())
        .map(due -> new Open(due.id(), due.rest()))
        .toList();
  }

  private void store(Work work) {
    sql.updateAll(
        "update receipt set status = ?, allocated = ?, employer = ?, area = ? where id = ?",
        work.receipts);
    sql.updateAll(
        "insert into receipt_allocation (id, receipt_id, due_id, amount, state, maker, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        work.allocations);
    if (!work.payments.isEmpty()) {
      payment.pay(work.payments);
    }
  }

  /** What is to be written. */
  private static final class Work {
    private final List<@Nullable Object[]> receipts = new ArrayList<>();
    private final List<@Nullable Object[]> allocations = new ArrayList<>();
    private final List<DuePayment.Paid> payments = new ArrayList<>();
    private final Instant now;
    private int matched;
    private int proposed;
    private int unmatched;

    Work(Instant now) {
      this.now = now;
    }

    void matched(
        Incoming one, List<Part> parts, @Nullable ContributionDue owner, Map<UUID, Money> rests) {
      matched++;
      var sum = Money.sum(parts.stream().map(Part::amount).toList());
      receipt(one, Receipt.Status.MATCHED, sum, owner);
      for (var part : parts) {
        rests.computeIfPresent(part.dueId(), (_, rest) -> rest.minus(part.amount()));
        allocation(one, part, "LIVE");
        payments.add(new DuePayment.Paid(part.dueId(), part.amount(), one.credit().valueDate()));
      }
    }

    void proposed(Incoming one, Part part, ContributionDue owner) {
      proposed++;
      receipt(one, Receipt.Status.PROPOSED, Money.ZERO, owner);
      allocation(one, part, "PROPOSED");
    }

    void unmatched(Incoming one, @Nullable ContributionDue owner) {
      unmatched++;
      receipt(one, Receipt.Status.UNMATCHED, Money.ZERO, owner);
    }

    private void receipt(
        Incoming one, Receipt.Status status, Money allocated, @Nullable ContributionDue owner) {
      var employer = owner == null ? null : owner.employer();
      var area = owner == null ? null : owner.area();
      receipts.add(new @Nullable Object[] {status, allocated, employer, area, one.id()});
    }

    private void allocation(Incoming one, Part part, String state) {
      allocations.add(
          new @Nullable Object[] {
            Uuid7.next(), one.id(), part.dueId(), part.amount(), state, BY_RULE, now
          });
    }
  }
}
