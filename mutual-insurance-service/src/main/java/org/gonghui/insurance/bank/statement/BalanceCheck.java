package org.gonghui.insurance.bank.statement;

import static org.gonghui.insurance.bank.BankProblems.BANK_FILE_INVALID;
import static org.gonghui.insurance.bank.BankProblems.STATEMENT_NOT_BALANCED;

import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Lets a statement through only if opening + credits − debits = closing, on every line. */
final class BalanceCheck implements StatementSink {
  private final StatementSink next;
  private @Nullable StatementHead head;
  private Money balance = Money.ZERO;

  BalanceCheck(StatementSink next) {
    this.next = next;
  }

  @Override
  public void head(StatementHead head) {
    this.head = head;
    balance = head.opening();
    next.head(head);
  }

  @Override
  public void entry(StatementEntry entry) {
    balance = balance.plus(entry.effect());
    var told = entry.balanceAfter();
    if (told != null && !told.equals(balance)) {
      throw notBalanced("/lines/" + entry.line() + "/balanceAfter", balance, told);
    }
    next.entry(entry);
  }

  @Override
  public void end() {
    if (head == null) {
      throw BANK_FILE_INVALID.because("the statement has no head");
    }
    if (!head.closing().equals(balance)) {
      throw notBalanced("/head/closing", balance, head.closing());
    }
    next.end();
  }

  private static RuntimeException notBalanced(String pointer, Money computed, Money told) {
    var message = "comes to %s, the file says %s".formatted(computed, told);
    return STATEMENT_NOT_BALANCED
        .because("the balance %s", message)
        .and(new Fault(pointer, STATEMENT_NOT_BALANCED.code(), message));
  }
}
