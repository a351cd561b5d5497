package org.gonghui.insurance.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** The entries behind each figure; counts and amounts of all of them add up to it. */
@ApplicationScoped
public class FigureRows {
  private static final UUID FIRST = new UUID(0, 0);

  private final Sql sql;

  FigureRows(Sql sql) {
    this.sql = sql;
  }

  /** What can be drilled into. */
  public enum Figure {
    ENROLLED,
    CONTRIBUTIONS,
    HOSPITAL_CLAIMS,
    DEATH_CLAIMS,
    CRITICAL_ILLNESS_CLAIMS,
    ABOVE_10000,
    FROM_20000,
    VISITS,
    HOSPITAL_PAID,
    DEATH_PAID,
    CRITICAL_ILLNESS_PAID;

    private Book book() {
      return switch (this) {
        case ENROLLED -> Book.ENROLMENTS;
        case CONTRIBUTIONS -> Book.CONTRIBUTIONS;
        case HOSPITAL_CLAIMS,
            DEATH_CLAIMS,
            CRITICAL_ILLNESS_CLAIMS,
            ABOVE_10000,
            FROM_20000,
            VISITS ->
            Book.CLAIMS;
        case HOSPITAL_PAID, DEATH_PAID, CRITICAL_ILLNESS_PAID -> Book.PAYOUTS;
      };
    }

    private String only() {
      return switch (this) {
        case ENROLLED, CONTRIBUTIONS, VISITS -> "true";
        case HOSPITAL_CLAIMS -> "kind = 'HOSPITAL'";
        case DEATH_CLAIMS -> "kind = 'DEATH'";
        case CRITICAL_ILLNESS_CLAIMS -> "kind = 'CRITICAL_ILLNESS'";
        case ABOVE_10000 -> "kind = 'HOSPITAL' and abs(amount) > 10000";
        case FROM_20000 -> "kind = 'HOSPITAL' and abs(amount) >= 20000";
        case HOSPITAL_PAID -> "category = 'HOSPITAL'";
        case DEATH_PAID -> "category = 'DEATH'";
        case CRITICAL_ILLNESS_PAID -> "category = 'CRITICAL_ILLNESS'";
      };
    }
  }

  private enum Book {
    ENROLMENTS("enrolment_entry", null, "due_id", "employer", "null::date", "count", "0.00"),
    CONTRIBUTIONS(
        "contribution_entry", "value_date", "due_id", "reference", "value_date", "0", "amount"),
    CLAIMS("claim_entry", "paid_on", "claim_id", "claim_no", "paid_on", "count", "amount"),
    PAYOUTS("benefit_entry", "value_date", "payout_id", "category", "value_date", "0", "amount");

    private final String table;
    private final @Nullable String day;
    private final String columns;

    Book(
        String table,
        @Nullable String day,
        String subject,
        String no,
        String on,
        String count,
        String amount) {
      this.table = table;
      this.day = day;
      this.columns =
          "id, area, %s as subject, %s as no, %s as on_day, %s as count, %s as amount"
              .formatted(subject, no, on, count, amount);
    }
  }

  public List<Entry> list(Figure figure, Scope scope, @Nullable UUID after, int limit) {
    scope.requireSettled(sql);
    var book = figure.book();
    return sql.list(
        "select %s from %s where %s and %s and id > ? order by id limit ?"
            .formatted(book.columns, book.table, scope.where(book.day), figure.only()),
        row ->
            new Entry(
                row.uuid("id"),
                row.uuid("subject"),
                row.text("no"),
                row.text("area"),
                row.findDate("on_day"),
                row.number("count"),
                row.money("amount")),
        Stream.concat(
                Arrays.stream(scope.arguments(book.day)),
                Stream.of(after == null ? FIRST : after, limit))
            .toArray());
  }

  /** Where the rows of each figure are. */
  static Map<String, String> links(Scope scope) {
    var links = new LinkedHashMap<String, String>();
    for (var figure : Figure.values()) {
      links.put(
          figure.name(),
          "/api/mutual-insurance/v1/statistics/rows?figure=%s&year=%d&area=%s&basis=%s%s%s"
              .formatted(
                  figure,
                  scope.year(),
                  scope.area(),
                  scope.basis(),
                  scope.asOf() == null ? "" : "&asOf=" + scope.asOf(),
                  scope.territory().codesOn() == null
                      ? ""
                      : "&codesOn=" + scope.territory().codesOn()));
    }
    return links;
  }

  /** One entry: which due, claim or payout, and what it adds. */
  public record Entry(
      UUID id,
      UUID subject,
      String no,
      String area,
      @Nullable LocalDate on,
      int count,
      Money amount) {}
}
