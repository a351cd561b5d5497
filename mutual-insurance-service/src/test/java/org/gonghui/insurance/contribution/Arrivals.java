package org.gonghui.insurance.contribution;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Receipts.Booked;
import org.gonghui.insurance.contribution.Receipts.Credit;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;

/** Money that arrives on the account, and what it left in the books. */
@ApplicationScoped
public class Arrivals {
  private final Receipts receipts;
  private final Funds funds;
  private final Sql sql;

  Arrivals(Receipts receipts, Funds funds, Sql sql) {
    this.receipts = receipts;
    this.funds = funds;
    this.sql = sql;
  }

  public static Credit credit(String remark, String day, String amount) {
    return credit("某厂", remark, day, amount);
  }

  public static Credit credit(String payer, String remark, String day, String amount) {
    var ref = UUID.randomUUID().toString();
    return new Credit(
        "3306001", ref, LocalDate.parse(day), Money.of(amount), payer, "6222020000001234", remark);
  }

  public Booked book(Credit... credits) {
    return QuarkusTransaction.requiringNew().call(() -> receipts.book(List.of(credits)));
  }

  /** The reference of the employer's newest due. */
  public static String reference(CreditCode employer) {
    return due(employer, "reference");
  }

  public static String due(CreditCode employer, String field) {
    return Rosters.clerk(employer)
        .request()
        .get(Rosters.BASE + "/contribution-dues")
        .path("items[0]." + field)
        .toString();
  }

  /** What finance sees of the receipt with a bank reference. */
  public Receipt receipt(Credit credit) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.find(
                        "select id from receipt where bank_ref = ?",
                        row -> receipts.require(row.uuid("id")),
                        credit.bankRef())
                    .orElseThrow());
  }

  public Funds.Fund fund() {
    return QuarkusTransaction.requiringNew().call(() -> funds.require(PlanYear.MEDICAL));
  }

  /** What a query counts or adds up. */
  public Money sum(String query, Object... arguments) {
    return QuarkusTransaction.requiringNew()
        .call(() -> sql.list(query, row -> row.money("n"), arguments).getFirst());
  }

  public long count(String query, Object... arguments) {
    return QuarkusTransaction.requiringNew()
        .call(() -> sql.list(query, row -> row.big("n"), arguments).getFirst());
  }

  public List<String> texts(String query, Object... arguments) {
    return QuarkusTransaction.requiringNew()
        .call(() -> sql.list(query, row -> row.text("t"), arguments));
  }

  public void run(String statement, Object... arguments) {
    QuarkusTransaction.requiringNew().run(() -> sql.update(statement, arguments));
  }
}
