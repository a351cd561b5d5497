package org.gonghui.insurance.bank.result;

import java.time.LocalDate;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/** What a result file says, line by line: a line that cannot be read has its fault alone. */
public sealed interface BankAnswer {
  /** The batch that the file answers to. */
  record Head(String batchNo) implements BankAnswer {}

  /** The bank's word on one order. */
  record Answered(
      long line,
      String endToEndId,
      Outcome outcome,
      @Nullable String reasonCode,
      @Nullable String bankRef,
      @Nullable LocalDate valueDate,
      @Nullable Money amount)
      implements BankAnswer {}

  /** A line that says nothing usable. */
  record Unreadable(long line, Fault fault) implements BankAnswer {}

  /** ISO 20022 status codes; only a booked debit proves a payment, so even ACSC is progress. */
  enum Outcome {
    ACSC,
    PDNG,
    RJCT
  }
}
