package org.gonghui.insurance.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Adjudication;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.adjudication.Inputs;
import org.gonghui.insurance.decision.StoredDecision.Kind;
import org.gonghui.insurance.plan.PlanVersions;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.Seal;
import org.gonghui.kit.time.Uuid7;

/** All decisions; they are only added. */
@ApplicationScoped
public class Decisions {
  private final Sql sql;
  private final Seal seal;
  private final PlanVersions versions;
  private final Clock clock;

  Decisions(Sql sql, Seal seal, PlanVersions versions, Clock clock) {
    this.sql = sql;
    this.seal = seal;
    this.versions = versions;
    this.clock = clock;
  }

  /** Adds the next decision of a claim. */
  public void add(
      UUID claimId, int no, Kind kind, CaseFile file, Decision decision, Money delta, String by) {
    sql.update(
        """
        insert into decision (id, claim_id, no, kind, plan_version_id, inputs, inputs_hash, result,
          outcome, amount, delta, decided_by, decided_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Uuid7.next(),
        claimId,
        no,
        kind,
        file.version().id(),
        seal.seal(new String(Canonical.bytes(file.inputs()), UTF_8)),
        decision.inputsHash(),
        seal.seal(new String(Canonical.bytes(decision), UTF_8)),
        decision.outcome(),
        decision.amount(),
        delta,
        by,
        clock.instant());
  }

  public List<StoredDecision> of(UUID claimId) {
    return sql.list("select * from decision where claim_id = ? order by no", this::read, claimId);
  }

  public StoredDecision require(UUID claimId, int no) {
    return sql.find("select * from decision where claim_id = ? and no = ?", this::read, claimId, no)
        .orElseThrow(() -> NOT_FOUND.because("there is no such decision"));
  }

  /** Whether the stored inputs under the stored terms still give the stored bytes. */
  public boolean isReproduced(UUID claimId, int no) {
    var stored = require(claimId, no);
    var terms = versions.require(stored.planVersionId()).terms();
    var again = Adjudication.adjudicate(stored.inputs(), terms);
    return new String(Canonical.bytes(again), UTF_8).equals(storedText(claimId, no));
  }

  private String storedText(UUID claimId, int no) {
    return sql.list(
            "select result from decision where claim_id = ? and no = ?",
            row -> seal.open(row.bytes("result")),
            claimId,
            no)
        .getFirst();
  }

  private StoredDecision read(Row row) {
    return new StoredDecision(
        row.uuid("id"),
        row.uuid("claim_id"),
        row.number("no"),
        row.choice(Kind.class, "kind"),
        row.uuid("plan_version_id"),
        Canonical.read(seal.open(row.bytes("inputs")).getBytes(UTF_8), Inputs.class),
        Canonical.read(seal.open(row.bytes("result")).getBytes(UTF_8), Decision.class),
        row.money("delta"),
        row.text("decided_by"),
        row.instant("decided_at"));
  }
}
