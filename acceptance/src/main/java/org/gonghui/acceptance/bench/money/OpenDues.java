package org.gonghui.acceptance.bench.money;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.bench.BenchTown;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.file.StatementFile;

/**
 * Contribution dues that nobody has paid yet, written by SQL with references of their own, and the
 * bank's statement that pays each. They belong to no roster, so that nobody's cover begins.
 */
final class OpenDues {
  /** No other due waits as long. */
  static final String OURS = "lapse_on = '2999-12-31'";

  private static final String AMOUNT = "0.10";
  private static final String ACCOUNT = "1211012009000123456";
  private static final String DUES =
      """
      insert into contribution_due (id, reference, batch_id, plan_code, plan_year, employer, area,
        heads, payable, union_share, status, issued_at, pay_by, lapse_on)
      select uuidv7(), 'MIC' || n || lpad((98 - mod(n::numeric * 100, 97))::text, 2, '0'),
        uuidv7(), 'MEDICAL', %1$d, (select employer from contribution_due limit 1), '330602001',
        1, %2$s, 0, 'ISSUED', now(), date '%1$d-12-31', date '2999-12-31'
      from (select (%1$d::bigint * 10000000 + 9999999 - i) as n
        from generate_series(%3$d, %3$d + %4$d - 1) i) numbers
      returning reference
      """;

  private OpenDues() {}

  /** The statement that pays as many new dues. */
  static byte[] statement(Workbench bench, int count) {
    var statement = new StatementFile(ACCOUNT, Fen.ZERO);
    for (var reference : write(bench, count)) {
      statement.credit(
          "B" + bench.runId() + reference,
          LocalDate.of(BenchTown.YEAR, 11, 28),
          Fen.of(AMOUNT),
          "示例单位",
          "12110120090001",
          reference);
    }
    return statement.bytes();
  }

  private static List<String> write(Workbench bench, int count) {
    try (var database = bench.database("mutual_insurance");
        var statement = database.createStatement()) {
      var references = new ArrayList<String>();
      var known = "select count(*) from contribution_due where " + OURS;
      try (var answer = statement.executeQuery(known)) {
        answer.next();
        var first = answer.getInt(1);
        try (var dues =
            statement.executeQuery(DUES.formatted(BenchTown.YEAR, AMOUNT, first, count))) {
          while (dues.next()) {
            references.add(dues.getString(1));
          }
        }
      }
      return references;
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
