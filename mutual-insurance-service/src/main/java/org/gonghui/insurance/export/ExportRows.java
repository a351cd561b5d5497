package org.gonghui.insurance.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.statistics.FigureRows;
import org.gonghui.insurance.statistics.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The rows of each list, portion by portion; the first cell is the id that the next one follows.
 */
@ApplicationScoped
class ExportRows {
  private static final UUID FIRST = new UUID(0, 0);

  private final Sql sql;
  private final FigureRows figures;

  ExportRows(Sql sql, FigureRows figures) {
    this.sql = sql;
    this.figures = figures;
  }

  static List<String> header(Export.Kind kind) {
    return switch (kind) {
      case CLAIMS ->
          List.of(
              "id",
              "no",
              "kind",
              "status",
              "channel",
              "area",
              "employer",
              "employerName",
              "eventDate",
              "asked",
              "granted",
              "visits",
              "paidOn");
      case EMPLOYERS -> List.of("id", "creditCode", "name", "unitType", "area", "enrolled");
      case FIGURE_ROWS -> List.of("id", "subject", "no", "area", "on", "count", "amount");
    };
  }

  List<List<String>> after(Export export, @Nullable UUID last, int limit) {
    var from = last == null ? FIRST : last;
    return switch (export.kind()) {
      case CLAIMS -> claims(export, from, limit);
      case EMPLOYERS -> employers(export, from, limit);
      case FIGURE_ROWS -> entries(export, from, limit);
    };
  }

  private List<List<String>> claims(Export export, UUID from, int limit) {
    return sql.list(
        """
        select c.id, c.no, c.kind, c.status, c.channel, c.area, c.employer, e.name,
          c.event_date, c.asked, c.granted, c.visit_count, c.paid_on
        from claim c left join employer e on e.credit_code = c.employer
        where c.plan_year = ? and c.area like ? and c.created_at <= ? and c.id > ?
        order by c.id limit ?
        """,
        row ->
            cells(
                row,
                "id",
                "no",
                "kind",
                "status",
                "channel",
                "area",
                "employer",
                "name",
                "event_date",
                "asked",
                "granted",
                "visit_count",
                "paid_on"),
        export.planYear(),
        export.area() + "%",
        export.asOf(),
        from,
        limit);
  }

  private List<List<String>> employers(Export export, UUID from, int limit) {
    return sql.list(
        """
        select u.id, u.credit_code, u.name, u.unit_type, u.area, (
          select count(*) from enrolment e where e.employer = u.credit_code and e.plan_year = ?
            and is_enrolled(e.status, e.cover_from, e.cover_until)) as enrolled
        from employer u where u.area like ? and u.created_at <= ? and u.id > ?
        order by u.id limit ?
        """,
        row -> cells(row, "id", "credit_code", "name", "unit_type", "area", "enrolled"),
        export.planYear(),
        export.area() + "%",
        export.asOf(),
        from,
        limit);
  }

  private List<List<String>> entries(Export export, UUID from, int limit) {
    var scope = Scope.asWritten(export.planYear(), export.area(), export.asOf());
    return figures.list(Objects.requireNonNull(export.figure()), scope, from, limit).stream()
        .map(
            entry ->
                List.of(
                    entry.id().toString(),
                    entry.subject().toString(),
                    entry.no(),
                    entry.area(),
                    Objects.toString(entry.on(), ""),
                    String.valueOf(entry.count()),
                    entry.amount().toString()))
        .toList();
  }

  private static List<String> cells(Row row, String... columns) {
    return Arrays.stream(columns)
        .map(column -> Objects.requireNonNullElse(row.findText(column), ""))
        .toList();
  }
}
