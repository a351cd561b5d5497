package org.gonghui.insurance.export;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.export.Export.Format;
import org.gonghui.insurance.export.Export.Kind;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.statistics.FigureRows.Figure;
import org.gonghui.kit.person.Seal;

/** All exports and their sealed parts. */
@ApplicationScoped
class Exports {
  private final Sql sql;
  private final Seal seal;
  private final Json json;
  private final Clock clock;

  Exports(Sql sql, Seal seal, Json json, Clock clock) {
    this.sql = sql;
    this.seal = seal;
    this.json = json;
    this.clock = clock;
  }

  void add(Export export) {
    sql.update(
        """
        insert into export (id, kind, format, plan_year, area, figure, as_of, requested_by,
          created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        export.id(),
        export.kind(),
        export.format(),
        export.planYear(),
        export.area(),
        export.figure(),
        export.asOf(),
        export.requestedBy(),
        clock.instant());
  }

  Export require(UUID id) {
    return sql.find("select * from export where id = ?", Exports::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such export"));
  }

  /** A part is written in the transaction that moves the job on, so it is there once. */
  void addPart(UUID id, List<List<String>> rows) {
    sql.update(
        """
        insert into export_part (export_id, no, rows)
        select ?, coalesce(max(no), 0) + 1, ? from export_part where export_id = ?
        """,
        id,
        seal.seal(json.write(rows)),
        id);
    sql.update("update export set rows = rows + ? where id = ?", rows.size(), id);
  }

  void finish(UUID id) {
    sql.update("update export set finished_at = ? where id = ?", clock.instant(), id);
  }

  /** The rows of one part; no rows after the last. */
  List<List<String>> part(UUID id, int no) {
    return sql.find(
            "select rows from export_part where export_id = ? and no = ?",
            row -> rows(seal.open(row.bytes("rows"))),
            id,
            no)
        .orElse(List.of());
  }

  void forgetBefore(Instant moment) {
    sql.update("delete from export where created_at < ?", moment);
  }

  @SuppressWarnings("unchecked")
  private List<List<String>> rows(String text) {
    return (List<List<String>>) (List<?>) json.readList(text, List.class);
  }

  private static Export read(Row row) {
    var figure = row.findText("figure");
    return new Export(
        row.uuid("id"),
        row.choice(Kind.class, "kind"),
        row.choice(Format.class, "format"),
        row.number("plan_year"),
        row.text("area"),
        figure == null ? null : Figure.valueOf(figure),
        row.instant("as_of"),
        row.text("requested_by"),
        row.big("rows"),
        row.findInstant("finished_at"));
  }

  /** Whether an export is the caller's own. */
  Export requireOf(UUID id, String subject) {
    var export = require(id);
    if (!export.requestedBy().equals(subject)) {
      throw NOT_FOUND.because("there is no such export");
    }
    return export;
  }
}
