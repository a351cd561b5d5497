package org.gonghui.insurance.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.bank.statement.StatementEntry.Direction;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.statement.StatementReport.Doubt;
import org.gonghui.insurance.statement.StatementReport.State;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** All booked lines. */
@ApplicationScoped
public class StatementLines {
  private static final UUID FIRST = new UUID(0, 0);
  private static final int MOST_DOUBTS = 1_000;

  private final Sql sql;
  private final Party.Safe safe;

  StatementLines(Sql sql, Party.Safe safe) {
    this.sql = sql;
    this.safe = safe;
  }

  StatementReport report(UUID statementId) {
    var uses = new EnumMap<LineUse, Integer>(LineUse.class);
    sql.each(
        "select use, count(*)::int as lines from statement_line where statement_id = ? group by"
            + " use",
        row -> uses.put(row.choice(LineUse.class, "use"), row.number("lines")),
        statementId);
    var doubts =
        sql.list(
            """
            select * from statement_line where statement_id = ? and use = 'UNMATCHED'
            order by line limit ?
            """,
            StatementLines::doubt,
            statementId,
            MOST_DOUBTS);
    var unmatched = uses.getOrDefault(LineUse.UNMATCHED, 0);
    return sql.find(
            "select lines, known from bank_statement where id = ?",
            row ->
                new StatementReport(
                    statementId,
                    State.BOOKED,
                    row.number("lines"),
                    row.number("known"),
                    row.number("lines") - row.number("known") - unmatched,
                    uses,
                    doubts,
                    List.of()),
            statementId)
        .orElseThrow();
  }

  /** Lines of payouts by the payout's area; whoever answers for the whole city sees all. */
  List<Line> list(String areas, @Nullable LineUse use, @Nullable UUID after, int limit) {
    return sql.list(
        """
        select l.* from statement_line l
        where (length(?) <= 5 or exists (
            select from payout_attempt t join payout p on p.id = t.payout_id
            where t.end_to_end_id = l.end_to_end_id and p.area like ?))
          and (?::text is null or l.use = ?) and l.id > ? order by l.id limit ?
        """,
        this::line,
        areas,
        areas,
        use,
        use,
        after == null ? FIRST : after,
        limit);
  }

  private Line line(Row row) {
    return new Line(
        row.uuid("id"),
        row.uuid("statement_id"),
        row.number("line"),
        row.text("bank_ref"),
        row.choice(Direction.class, "direction"),
        row.money("amount"),
        row.date("value_date"),
        row.choice(LineUse.class, "use"),
        row.findText("doubt"),
        row.findText("end_to_end_id"),
        safe.open(row.bytes("party")));
  }

  private static Doubt doubt(Row row) {
    var code = row.findText("doubt");
    return new Doubt(
        row.number("line"),
        row.text("bank_ref"),
        row.choice(Direction.class, "direction"),
        row.money("amount"),
        row.date("value_date"),
        code == null ? "UNEXPLAINED" : code);
  }

  /** One booked line with its use. */
  record Line(
      UUID id,
      UUID statementId,
      int line,
      String bankRef,
      Direction direction,
      Money amount,
      LocalDate valueDate,
      LineUse use,
      @Nullable String doubt,
      @Nullable String endToEndId,
      Party party) {}
}
