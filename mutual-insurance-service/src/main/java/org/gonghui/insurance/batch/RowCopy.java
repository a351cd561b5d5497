package org.gonghui.insurance.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringReader;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.member.Person.Identity;
import org.gonghui.insurance.roster.CheckedRow;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Writes checked rows in bulk, all that is personal sealed. */
@ApplicationScoped
class RowCopy {
  private static final String COPY =
      """
      copy enrolment_row (batch_id, row_no, status, person_key, name_index, hire_date,
        covered_since, consent, codes, faults, original, identity, holder, account, account_index,
        bank_code) from stdin
      """;
  private static final HexFormat HEX = HexFormat.of();
  private static final int ROW_CHARACTERS = 1_200;

  private final Sql sql;
  private final Identities identities;
  private final Json json;

  RowCopy(Sql sql, Identities identities, Json json) {
    this.sql = sql;
    this.identities = identities;
    this.json = json;
  }

  void write(UUID batchId, List<CheckedRow> rows) {
    var lines = new StringBuilder(rows.size() * ROW_CHARACTERS);
    rows.forEach(row -> append(lines, batchId, row));
    var _ = sql.copy(COPY, new StringReader(lines.toString()));
  }

  private void append(StringBuilder lines, UUID batchId, CheckedRow row) {
    var id = row.id();
    lines.append(batchId).append('\t').append(row.rowNo()).append('\t');
    lines.append(row.isRejected() ? "REJECTED" : "VALID").append('\t');
    text(lines, id == null ? null : identities.keyOf(id).value());
    text(lines, row.name().isEmpty() ? null : identities.nameIndex(row.name()));
    text(lines, row.hireDate());
    text(lines, row.coveredSince());
    text(lines, row.consent());
    text(lines, row.faults().isEmpty() ? null : "{" + String.join(",", row.codes()) + "}");
    text(lines, row.faults().isEmpty() ? null : escaped(json.write(row.faults())));
    sealed(lines, json.write(row.original()));
    lines.append('\t');
    if (id != null && !row.isRejected()) {
      bytes(lines, identities.seal(new Identity(row.name(), id.number(), row.phone())));
    } else {
      lines.append("\\N");
    }
    lines.append('\t');
    account(lines, row);
    lines.append('\n');
  }

  private void account(StringBuilder lines, CheckedRow row) {
    var account = row.account();
    if (account == null) {
      lines.append("\\N\t\\N\t\\N\t\\N");
      return;
    }
    sealed(lines, row.name());
    lines.append('\t');
    sealed(lines, account);
    lines.append('\t');
    text(lines, identities.accountIndex(account));
    lines.append(escaped(row.bank() == null ? "" : row.bank()));
  }

  private void sealed(StringBuilder lines, String text) {
    bytes(lines, identities.sealText(text));
  }

  private static void bytes(StringBuilder lines, byte[] bytes) {
    lines.append("\\\\x");
    HEX.formatHex(lines, bytes);
  }

  private static void text(StringBuilder lines, @Nullable Object value) {
    lines.append(value == null ? "\\N" : value).append('\t');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
