package org.gonghui.insurance.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.batch.EnrolmentBatch.Counts;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.roster.RowCode;
import org.gonghui.insurance.roster.RowFault;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The rows of a batch: marked, counted and shown. */
@ApplicationScoped
public class BatchRows {
  // Rows just copied have no statistics. A materialised list of hits, joined by place in the table,
  // leaves the planner no way to look at the whole roster once per row.
  private static final String DUPLICATES =
      """
      with hit as materialized (
        select place, first from (
          select ctid as place, row_no, min(row_no) over (partition by person_key) as first
          from enrolment_row where batch_id = ? and person_key is not null) o
        where first < row_no)
      update enrolment_row r set status = 'REJECTED', first_row = hit.first,
        marks = coalesce(marks, '{}') || '{DUPLICATE_IN_FILE}'
      from hit where r.ctid = hit.place
      """;
  private static final String KNOWN_PERSONS =
      """
      with hit as materialized (
        select o.ctid as place, k.died_on, k.name_index from enrolment_row o
        cross join lateral (
          select died_on, name_index from person where person_key = o.person_key offset 0) k
        where o.batch_id = ? and (k.died_on is not null or k.name_index <> o.name_index))
      update enrolment_row r set
        status = case when hit.died_on is not null then 'REJECTED' else r.status end,
        marks = coalesce(marks, '{}')
          || case when hit.died_on is not null then '{DECEASED}'::text[] else '{}' end
          || case when hit.name_index <> r.name_index then '{NAME_DIFFERS}'::text[] else '{}' end
      from hit where r.ctid = hit.place
      """;
  private static final String UNION_PAID =
      """
      update enrolment_row r set union_paid = true, marks = coalesce(marks, '{}') || '{UNION_PAID}'
      where r.batch_id = ? and exists (
        select from union_paid_mark m where m.person_key = r.person_key)
      """;
  private static final String ENROLLED =
      """
      with hit as materialized (
        select o.ctid as place, l.now_at <> b.employer as elsewhere
        from enrolment_batch b join enrolment_row o on o.batch_id = b.id
        cross join lateral (
          select coalesce((
            select t.employer from transfer t where t.enrolment_id = h.id and t.status = 'APPROVED'
            order by t.moved_on desc limit 1), h.employer) as now_at
          from enrolment h where h.person_key = o.person_key and h.plan_code = b.plan_code
            and h.plan_year = b.plan_year and h.batch_id <> b.id
            and h.status not in ('WITHDRAWN', 'LAPSED') and h.cover_from < h.cover_until
          offset 0) l
        where b.id = ? and o.row_no between ? and ?)
      update enrolment_row r set
        status = case when hit.elsewhere then 'REJECTED'
          when r.status = 'VALID' then 'SKIPPED' else r.status end,
        marks = case when hit.elsewhere
          then coalesce(marks, '{}') || '{ENROLLED_ELSEWHERE}' else marks end
      from hit where r.ctid = hit.place
      """;

  private final Sql sql;
  private final Identities identities;
  private final Json json;

  BatchRows(Sql sql, Identities identities, Json json) {
    this.sql = sql;
    this.identities = identities;
    this.json = json;
  }

  /** Marks what only the whole file and the register show; earlier marks are taken back first. */
  void mark(UUID batchId) {
    sql.update(
        """
        update enrolment_row set marks = null, first_row = null, union_paid = false,
          status = case when identity is null then 'REJECTED' else 'VALID' end
        where batch_id = ? and (marks is not null or status = 'SKIPPED')
        """,
        batchId);
    sql.update(DUPLICATES, batchId);
    sql.update(KNOWN_PERSONS, batchId);
    sql.update(UNION_PAID, batchId);
    markEnrolled(batchId, 0, Integer.MAX_VALUE);
  }

  void markEnrolled(UUID batchId, int from, int to) {
    sql.update(ENROLLED, batchId, from, to);
  }

  void remove(UUID batchId, List<Integer> rowNos) {
    sql.update(
        "delete from enrolment_row where batch_id = ? and row_no = any (?::int[])",
        batchId,
        rowNos.stream().map(String::valueOf).toArray(String[]::new));
  }

  /** Counts by status; rows applied are those valid up to the mark. */
  Counts count(UUID batchId, int appliedThrough) {
    return sql.list(
            """
            select count(*)::int as total,
              count(*) filter (where status = 'VALID' and row_no > ?)::int as valid,
              count(*) filter (where status = 'VALID' and row_no <= ?)::int as applied,
              count(*) filter (where status = 'SKIPPED')::int as skipped,
              count(*) filter (where status = 'REJECTED')::int as rejected,
              count(*) filter (where status = 'VALID' and union_paid)::int as union_paid
            from enrolment_row where batch_id = ?
            """,
            row ->
                new Counts(
                    row.number("total"),
                    row.number("valid"),
                    row.number("applied"),
                    row.number("skipped"),
                    row.number("rejected"),
                    row.number("union_paid")),
            appliedThrough,
            appliedThrough,
            batchId)
        .getFirst();
  }

  /** How far a file is read. */
  int read(UUID batchId) {
    return sql.list(
            "select coalesce(max(row_no), 0) as n from enrolment_row where batch_id = ?",
            row -> row.number("n"),
            batchId)
        .getFirst();
  }

  int countValid(UUID batchId, int from, int to) {
    return sql.list(
            "select count(*)::int as n from enrolment_row"
                + " where batch_id = ? and row_no between ? and ? and status = 'VALID'",
            row -> row.number("n"),
            batchId,
            from,
            to)
        .getFirst();
  }

  int countMarked(UUID batchId, RowCode code) {
    return sql.list(
            "select count(*)::int as n from enrolment_row"
                + " where batch_id = ? and status = 'VALID' and ? = any (marks)",
            row -> row.number("n"),
            batchId,
            code)
        .getFirst();
  }

  List<ShownRow> list(
      EnrolmentBatch batch, @Nullable String status, @Nullable RowCode code, int after, int limit) {
    return sql.list(
        """
        select * from (
          select r.*, case when status = 'VALID' and row_no <= ? then 'APPLIED' else status end
            as shown from enrolment_row r where batch_id = ? and row_no > ?) r
        where (?::text is null or shown = ?)
          and (?::text is null or ? = any (codes) or ? = any (marks))
        order by row_no limit ?
        """,
        this::read,
        batch.appliedThrough(),
        batch.id(),
        after,
        status,
        status,
        code,
        code,
        code,
        limit);
  }

  /** Rejected rows with their cells, in the order of the file. */
  List<FullRow> rejected(UUID batchId, int after, int limit) {
    return sql.list(
        "select *, status as shown from enrolment_row where batch_id = ? and row_no > ?"
            + " and status = 'REJECTED' order by row_no limit ?",
        row ->
            new FullRow(
                read(row), json.readList(identities.openText(row.bytes("original")), String.class)),
        batchId,
        after,
        limit);
  }

  private ShownRow read(Row row) {
    var faults = new ArrayList<RowFault>();
    var own = row.findText("faults");
    if (own != null) {
      faults.addAll(json.readList(own, RowFault.class));
    }
    var first = row.findNumber("first_row");
    row.texts("marks").stream().map(RowCode::valueOf).forEach(c -> faults.add(fault(c, first)));
    return new ShownRow(row.number("row_no"), row.text("shown"), faults);
  }

  private static RowFault fault(RowCode code, @Nullable Integer firstRow) {
    var hint =
        code == RowCode.DUPLICATE_IN_FILE
            ? "%s(与第 %d 行重复)".formatted(code.hint(), firstRow)
            : code.hint();
    return new RowFault(code, code.column().title(), "", hint);
  }

  /** A row as the clerk sees it; values in faults are masked. */
  public record ShownRow(int rowNo, String status, List<RowFault> faults) {}

  /** A row with the cells of the file. */
  record FullRow(ShownRow row, List<String> original) {}
}
