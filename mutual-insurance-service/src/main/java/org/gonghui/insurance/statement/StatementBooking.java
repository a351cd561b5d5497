package org.gonghui.insurance.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.proof.Settling;
import org.gonghui.insurance.proof.Settling.Proof;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.statement.StatementUploads.Upload;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;

/** Books a statement whole or not at all: every new line is used exactly once. */
@ApplicationScoped
public class StatementBooking {
  private final Sql sql;
  private final Party.Safe safe;
  private final LineMatching matching;
  private final Settling settling;
  private final Credits credits;
  private final Audit audit;
  private final Clock clock;

  StatementBooking(
      Sql sql,
      Party.Safe safe,
      LineMatching matching,
      Settling settling,
      Credits credits,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.safe = safe;
    this.matching = matching;
    this.settling = settling;
    this.credits = credits;
    this.audit = audit;
    this.clock = clock;
  }

  void book(Upload upload, InputStream in) {
    var id = upload.id();
    var loading = new StatementLoading(sql, safe, id, upload.loadedBy(), clock.instant());
    upload.format().read(in, loading);
    // The debits first: a statement may show a payment and its return.
    matching.matchDebits(id);
    settling.pay(proof(id, LineUse.PAYOUT));
    matching.matchReturns(id);
    settling.giveBack(proof(id, LineUse.RETURN));
    matching.doubtWrongAmounts(id);
    // The dues before the fund, as everybody who locks both.
    credits.book(id);
    settling.follow(id);
    Map<String, Object> after = Map.of("lines", loading.lines(), "known", known(id));
    audit.record(
        new Act(
            "bank-statement-booked", "bank-statement", id, upload.area(), null, Map.of(), after));
  }

  private int known(UUID id) {
    return sql.list("select known from bank_statement where id = ?", row -> row.number("known"), id)
        .getFirst();
  }

  private static Proof proof(UUID statementId, LineUse use) {
    return new Proof(
        statementId,
        """
        select t.id as attempt_id, l.statement_id as proof_id, l.id as line_id, l.value_date,
          l.bank_ref
        from statement_line l join payout_attempt t on t.end_to_end_id = l.end_to_end_id
        where l.statement_id = ? and l.use = '%s'
        """
            .formatted(use));
  }
}
