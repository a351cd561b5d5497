package org.gonghui.insurance.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;

/** Everything that happened to a claim, in order: steps, decisions, papers, trips and money. */
@ApplicationScoped
class Story {
  private static final String STEPS =
      "select at, step as what, actor, detail from claim_step where claim_id = ?";
  private static final String MONEY =
      """
      select created_at, 'PAYOUT_OPENED', '', jsonb_build_object('payeeNo', payee_no,
        'kind', kind, 'amount', amount::text) from payout where source_id = ?
      union all
      select recorded_at, case when amount > 0 then 'PAYOUT_PAID' else 'PAYOUT_RETURNED' end, '',
        jsonb_build_object('amount', abs(amount)::text, 'valueDate', value_date)
      from payout_entry where source_id = ?
      """;
  private static final String WORK =
      """
      select decided_at, 'DECISION', decided_by, jsonb_build_object('no', no, 'kind', kind,
        'outcome', outcome, 'amount', amount::text, 'delta', delta::text,
        'planVersion', plan_version_id, 'inputsHash', inputs_hash)
      from decision where claim_id = ?
      union all
      select created_at, 'DOCUMENT', uploaded_by, jsonb_build_object('id', id, 'kind', kind)
      from claim_document where claim_id = ?
      union all
      select created_at, 'VISIT', reported_by, jsonb_build_object('day', day, 'place', place,
        'visitor', visitor, 'step', step, 'disproved', disproved) from visit where claim_id = ?
      union all
      select created_at, 'CORRECTION_EXPECTED', '', jsonb_build_object('cause', cause,
        'expected', expected::text, 'open', closed_at is null)
      from correction_task where claim_id = ?
      """;
  private static final String IN_ORDER =
      "select * from (%s) s (at, what, actor, detail) order by at, what";

  private final Sql sql;
  private final Json json;

  Story(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /** What the claimant sees. */
  List<Chapter> ofClaimant(UUID claim) {
    return read(IN_ORDER.formatted(STEPS + " union all " + MONEY), claim, claim, claim);
  }

  /** What the staff sees: all of it. */
  List<Chapter> whole(UUID claim) {
    return read(
        IN_ORDER.formatted(String.join(" union all ", STEPS, MONEY, WORK)),
        claim,
        claim,
        claim,
        claim,
        claim,
        claim,
        claim);
  }

  private List<Chapter> read(String query, UUID... claims) {
    return sql.list(query, this::chapter, (Object[]) claims);
  }

  private Chapter chapter(Row row) {
    return new Chapter(
        row.text("what"),
        row.text("actor"),
        json.read(row.text("detail"), Map.class),
        row.instant("at"));
  }

  /** One thing that happened. */
  public record Chapter(String what, String by, Map<?, ?> detail, Instant at) {}
}
