package org.gonghui.acceptance.file;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.acceptance.arithmetic.Fen;

/** A bank's statement GH-STM-1 of one account, whose balances add up. */
public final class StatementFile {
  private final String account;
  private final Fen opening;
  private final List<String> lines = new ArrayList<>();
  private LocalDate from = LocalDate.MAX;
  private LocalDate to = LocalDate.MIN;
  private Fen balance;

  public StatementFile(String account, Fen opening) {
    this.account = account;
    this.opening = opening;
    this.balance = opening;
  }

  public void credit(
      String bankRef, LocalDate day, Fen amount, String payer, String payerAccount, String remark) {
    balance = balance.plus(amount);
    line(bankRef, day, "C", amount, payer, payerAccount, remark, "");
  }

  public void debit(String bankRef, LocalDate day, PaymentFile.Order order) {
    balance = balance.minus(order.amount());
    line(
        bankRef,
        day,
        "D",
        order.amount(),
        order.name(),
        order.account(),
        order.purpose(),
        order.endToEndId());
  }

  public int count() {
    return lines.size();
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  public byte[] bytes() {
    var head =
        String.join(
            ",",
            "H",
            "GH-STM-1",
            account,
            from.toString(),
            to.toString(),
            opening.toString(),
            balance.toString(),
            "" + lines.size());
    var text = head + "\n" + String.join("\n", lines) + "\nT," + lines.size() + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void line(String bankRef, LocalDate day, String direction, Fen amount, String... rest) {
    from = day.isBefore(from) ? day : from;
    to = day.isAfter(to) ? day : to;
    lines.add(
        String.join(
            ",",
            "L",
            bankRef,
            day.toString(),
            direction,
            amount.toString(),
            rest[0],
            rest[1],
            rest[2],
            rest[3],
            balance.toString()));
  }
}
