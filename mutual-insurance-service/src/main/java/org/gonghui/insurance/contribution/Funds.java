package org.gonghui.insurance.contribution;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.sql.SqlFailure;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.ProblemType;

/** The money of each plan (互助资金); every move is one conditional update. */
@ApplicationScoped
public class Funds {
  public static final ProblemType FUND_SHORT =
      brokenRule("FUND_SHORT", "The fund does not hold that much", "互助资金余额不足");

  private final Sql sql;

  Funds(Sql sql) {
    this.sql = sql;
  }

  public Fund require(String planCode) {
    return sql.find(
            "select * from fund where plan_code = ?",
            row ->
                new Fund(
                    row.text("plan_code"),
                    row.number("version"),
                    row.money("opening"),
                    row.money("received"),
                    row.money("reserved"),
                    row.money("paid")),
            planCode)
        .orElseThrow(() -> NOT_FOUND.because("there is no such fund"));
  }

  /** Sets what the fund started with. */
  public void open(String planCode, Money opening) {
    move("opening = ?", planCode, opening);
  }

  public void receive(String planCode, Money amount) {
    move("received = received + ?", planCode, amount);
  }

  /** Takes back a receipt that was refunded. */
  public void giveBack(String planCode, Money amount) {
    move("received = received - ?", planCode, amount);
  }

  public void reserve(String planCode, Money amount) {
    move("reserved = reserved + ?", planCode, amount);
  }

  public void release(String planCode, Money amount) {
    move("reserved = reserved - ?", planCode, amount);
  }

  /** Turns a reservation into a payment. */
  public void pay(String planCode, Money amount) {
    move("reserved = reserved - ?, paid = paid + ?", planCode, amount, amount);
  }

  /** Takes a payment back that the bank returned. */
  public void unpay(String planCode, Money amount) {
    move("paid = paid - ?", planCode, amount);
  }

  private void move(String change, String planCode, Money... amounts) {
    var arguments = new Object[amounts.length + 1];
    System.arraycopy(amounts, 0, arguments, 0, amounts.length);
    arguments[amounts.length] = planCode;
    try {
      var moved =
          sql.update(
              "update fund set version = version + 1, %s where plan_code = ?".formatted(change),
              arguments);
      if (moved != 1) {
        throw NOT_FOUND.because("there is no such fund");
      }
    } catch (SqlFailure e) {
      throw e.isCheck() ? FUND_SHORT.because("the fund would fall below what it owes") : e;
    }
  }

  /** What a plan had, got, holds back and paid. */
  public record Fund(
      String planCode, int version, Money opening, Money received, Money reserved, Money paid) {
    public Money free() {
      return opening.plus(received).minus(reserved).minus(paid);
    }
  }
}
