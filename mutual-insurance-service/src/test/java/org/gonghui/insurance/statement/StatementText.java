package org.gonghui.insurance.statement;

import java.util.concurrent.atomic.AtomicInteger;
import org.gonghui.kit.money.Money;

/** Writes statements that add up. */
public final class StatementText {
  private static final AtomicInteger REFERENCE = new AtomicInteger();

  private final StringBuilder lines = new StringBuilder();
  private Money balance = Money.of("100000.00");
  private int count;

  public static StatementText aStatement() {
    return new StatementText();
  }

  public StatementText debit(String endToEndId, String amount) {
    return line(reference(), "D", amount, "王小明", "互助补助", endToEndId);
  }

  public StatementText credit(String endToEndId, String amount) {
    return line(reference(), "C", amount, "王小明", "退回", endToEndId);
  }

  public StatementText line(
      String ref, String direction, String amount, String name, String remark, String id) {
    var money = Money.of(amount);
    balance = direction.equals("C") ? balance.plus(money) : balance.minus(money);
    lines.append(
        "L,%s,2017-12-29,%s,%s,%s,6222,%s,%s,%s\n"
            .formatted(ref, direction, amount, name, remark, id, balance));
    count++;
    return this;
  }

  public static String reference() {
    return "R" + REFERENCE.incrementAndGet();
  }

  @Override
  public String toString() {
    return "H,GH-STM-1,1211012009000123456,2017-12-29,2017-12-29,100000.00,%s,%d\n%sT,%d\n"
        .formatted(balance, count, lines, count);
  }
}
