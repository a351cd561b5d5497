package org.gonghui.insurance.bank.statement;

import java.time.LocalDate;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** One booked movement of the account, with the other side's name and number. */
public record StatementEntry(
    long line,
    String bankRef,
    LocalDate valueDate,
    Direction direction,
    Money amount,
    String name,
    String account,
    String remark,
    @Nullable String endToEndId,
    @Nullable Money balanceAfter,
    boolean returned) {

  /** Money in, or money out. */
  public enum Direction {
    CREDIT,
    DEBIT
  }

  /** What the movement adds to the balance. */
  public Money effect() {
    return switch (direction) {
      case CREDIT -> amount;
      case DEBIT -> amount.negated();
    };
  }
}
