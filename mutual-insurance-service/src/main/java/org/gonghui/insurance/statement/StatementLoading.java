package org.gonghui.insurance.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.bank.statement.StatementEntry;
import org.gonghui.insurance.bank.statement.StatementHead;
import org.gonghui.insurance.bank.statement.StatementSink;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** Stores the lines of one statement as they are read; lines known already stay as they are. */
final class StatementLoading implements StatementSink {
  private static final int AT_ONCE = 1_000;

  private final Sql sql;
  private final Party.Safe safe;
  private final String loadedBy;
  private final Instant now;
  private final UUID id;
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private String account = "";
  private int lines;

  StatementLoading(Sql sql, Party.Safe safe, UUID id, String loadedBy, Instant now) {
    this.sql = sql;
    this.safe = safe;
    this.loadedBy = loadedBy;
    this.now = now;
    this.id = id;
  }

  int lines() {
    return lines;
  }

  @Override
  public void head(StatementHead head) {
    account = head.account();
    // Two statements of one account wait for each other, so that their common lines cannot cross.
    sql.list(
        "select 1 as one from (select pg_advisory_xact_lock(hashtextextended(?, 8))) l",
        row -> row.number("one"),
        account);
    sql.update(
        """
        insert into bank_statement (id, account, from_day, to_day, opening, closing, loaded_by,
          loaded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        account,
        head.from(),
        head.to(),
        head.opening(),
        head.closing(),
        loadedBy,
        now);
  }

  @Override
  public void entry(StatementEntry entry) {
    lines++;
    rows.add(
        new @Nullable Object[] {
          Uuid7.next(),
          id,
          lines,
          account,
          entry.bankRef(),
          entry.direction(),
          entry.amount(),
          entry.valueDate(),
          safe.seal(entry),
          entry.endToEndId(),
          LineUse.of(entry),
          now
        });
    if (rows.size() == AT_ONCE) {
      store();
    }
  }

  @Override
  public void end() {
    store();
    sql.update(
        """
        update bank_statement set lines = ?,
          known = ? - (select count(*) from statement_line where statement_id = ?)
        where id = ?
        """,
        lines,
        lines,
        id,
        id);
  }

  private void store() {
    sql.updateAll(
        """
        insert into statement_line (id, statement_id, line, account, bank_ref, direction, amount,
          value_date, party, end_to_end_id, use, booked_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (account, bank_ref, direction) do nothing
        """,
        rows);
    rows.clear();
  }
}
