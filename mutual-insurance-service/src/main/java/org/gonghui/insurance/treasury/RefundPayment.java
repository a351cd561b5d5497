package org.gonghui.insurance.treasury;

import static org.gonghui.insurance.contribution.ContributionProblems.OVER_ALLOCATED;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.insurance.contribution.Allocations;
import org.gonghui.insurance.contribution.Allocations.Freed;
import org.gonghui.insurance.contribution.ContributionDue;
import org.gonghui.insurance.contribution.Dues;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.contribution.Receipt;
import org.gonghui.insurance.contribution.Receipts;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.payout.Payout.Kind;
import org.gonghui.insurance.payout.Payout.Share;
import org.gonghui.insurance.payout.PayoutOpening;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.PersonKeys;

/** Corrects due and receipts for an approved refund, and opens the payout to where it came from. */
@ApplicationScoped
class RefundPayment {
  private static final String CATEGORY = "REFUND";

  /** What ISO 20022 writes where the bank of an account is not known. */
  private static final String NO_BANK = "NOTPROVIDED";

  private final Dues dues;
  private final Receipts receipts;
  private final Allocations allocations;
  private final Funds funds;
  private final PayoutOpening opening;
  private final RefundAccounts accounts;

  RefundPayment(
      Dues dues,
      Receipts receipts,
      Allocations allocations,
      Funds funds,
      PayoutOpening opening,
      RefundAccounts accounts) {
    this.dues = dues;
    this.receipts = receipts;
    this.allocations = allocations;
    this.funds = funds;
    this.opening = opening;
    this.accounts = accounts;
  }

  void open(Refund refund) {
    var due = dues.lock(List.of(refund.dueId())).getFirst();
    var parts = refund.enrolmentId() == null ? surplus(refund, due) : paidForHead(refund, due);
    var shares = new ArrayList<Share>();
    for (var part : parts) {
      receipts.refund(part.receiptId(), part.amount());
      shares.add(share(shares.size() + 1, receipts.require(part.receiptId()), part.amount()));
    }
    opening.open(
        new PayoutOpening.Order(
            due.planCode(),
            due.planYear(),
            refund.area(),
            Kind.REFUND,
            CATEGORY,
            refund.id(),
            due.reference(),
            1,
            shares));
  }

  /** It never reached the fund, from which the payment will be taken. */
  private List<Freed> surplus(Refund refund, ContributionDue due) {
    var receipt = refund.receiptId();
    if (receipt == null) {
      throw OVER_ALLOCATED.because("the refund names no receipt");
    }
    funds.receive(due.planCode(), refund.amount());
    return List.of(new Freed(receipt, refund.amount()));
  }

  private List<Freed> paidForHead(Refund refund, ContributionDue due) {
    var freed = allocations.takeBack(due, refund.amount());
    var sum = Money.sum(freed.stream().map(Freed::amount).toList());
    if (!sum.equals(refund.amount())) {
      throw OVER_ALLOCATED.because("only %s of it lies on the due", sum);
    }
    dues.reducePaid(due.id(), refund.amount());
    return freed;
  }

  private Share share(int no, Receipt receipt, Money amount) {
    var payee = accounts.payeeOf(receipt);
    return new Share(no, payee, receipt.payerName(), amount);
  }

  /** The accounts from which employers paid, known to the payment batches like those of people. */
  @ApplicationScoped
  static class RefundAccounts {
    private final Sql sql;
    private final Identities identities;
    private final PersonKeys keys;
    private final Clock clock;

    RefundAccounts(Sql sql, Identities identities, PersonKeys keys, Clock clock) {
      this.sql = sql;
      this.identities = identities;
      this.keys = keys;
      this.clock = clock;
    }

    PersonKey payeeOf(Receipt receipt) {
      var payee =
          PersonKey.of(
              keys.blindIndex("refund-payee", receipt.payerName() + '\0' + receipt.payerAccount()));
      sql.update(
          """
          insert into payee_account (id, person_key, holder, account, account_index, bank_code,
            status, maker, usable_from, created_at)
          values (uuidv7(), ?, ?, ?, ?, ?, 'CONFIRMED', 'rule:refund', ?, ?)
          on conflict (person_key) where status = 'CONFIRMED' do nothing
          """,
          payee,
          identities.sealText(receipt.payerName()),
          identities.sealText(receipt.payerAccount()),
          identities.accountIndex(receipt.payerAccount()),
          NO_BANK,
          clock.instant(),
          clock.instant());
      return payee;
    }
  }
}
