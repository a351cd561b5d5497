package org.gonghui.insurance.sheet;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.sheet.Workbooks.content;
import static org.gonghui.insurance.sheet.Workbooks.workbook;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.gonghui.insurance.sheet.SheetRow.Kind;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final SheetLimits LIMITS = SheetLimits.defaults();

  @Test
  void gb18030_without_mark_is_read_exactly_with_rare_characters() throws IOException {
    var rows = rows("姓名,身份证号\n王䶮,1\n𠮷田,2\n".getBytes(GB18030));

    assertThat(rows).extracting(row -> row.cell(0)).containsExactly("姓名", "王䶮", "𠮷田");
  }

  @Test
  void a_mark_decides_the_encoding_and_is_no_text() throws IOException {
    assertThat(rows("\uFEFF姓名;号\n".getBytes(UTF_8)).getFirst().cells()).containsExactly("姓名", "号");
    assertThat(rows("\uFEFF姓名\t号\n".getBytes(UTF_16LE)).getFirst().cells())
        .containsExactly("姓名", "号");
  }

  @Test
  void bytes_of_neither_encoding_are_refused() {
    assertThatProblem(() -> rows(new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'}))
        .is(SheetProblems.ENCODING_UNKNOWN);
    assertThatProblem(() -> rows(new byte[] {'a', 0, 'b'})).is(SheetProblems.ENCODING_UNKNOWN);
  }

  @Test
  void quotes_may_hold_delimiters_and_line_breaks_and_blank_lines_are_passed_over()
      throws IOException {
    var rows = rows("a,\"b,\n\"\"c\"\"\"\n\n,,\nd,e\n".getBytes(UTF_8));

    assertThat(rows)
        .extracting(SheetRow::cells)
        .containsExactly(List.of("a", "b,\n\"c\""), List.of("d", "e"));
    assertThat(rows.getLast().rowNo()).isEqualTo(4);
  }

  @Test
  void the_first_visible_sheet_counts() throws IOException {
    var bytes =
        workbook(
            book -> {
              var hidden = book.newWorksheet("hidden");
              hidden.value(0, 0, "wrong");
              hidden.setVisibilityState(VisibilityState.HIDDEN);
              book.newWorksheet("shown").value(0, 0, "right");
            });

    assertThat(rows(bytes)).extracting(row -> row.cell(0)).containsExactly("right");
  }

  @Test
  void numbers_dates_and_formulas_are_told_apart() throws IOException {
    var bytes =
        workbook(
            book -> {
              var sheet = book.newWorksheet("s");
              sheet.value(0, 0, 3.39999199001011E17);
              sheet.value(0, 1, LocalDate.of(2017, 3, 4));
              sheet.style(0, 1).format("yyyy-mm-dd").set();
              sheet.formula(0, 2, "1+1");
              sheet.value(0, 3, "text");
              sheet.value(0, 4, 20170304);
            });

    var row = rows(bytes).getFirst();

    assertThat(row.kind(0)).isEqualTo(Kind.NUMBER);
    assertThat(row.kind(1)).isEqualTo(Kind.DATE);
    assertThat(row.cell(1)).isEqualTo("2017-03-04");
    assertThat(row.kind(2)).isEqualTo(Kind.FORMULA);
    assertThat(row.kind(3)).isEqualTo(Kind.TEXT);
    assertThat(row.cell(4)).isEqualTo("20170304");
  }

  @Test
  void a_zip_that_unpacks_too_far_is_stopped() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      for (var i = 0; i < 200; i++) {
        zip.write(new byte[1 << 20]);
      }
    }

    assertThatProblem(() -> rows(bytes.toByteArray())).is(SheetProblems.FILE_EXPANDS_TOO_MUCH);
  }

  @Test
  void macros_passwords_old_files_and_other_archives_are_refused() throws IOException {
    assertThatProblem(() -> rows(zip("xl/vbaProject.bin"))).is(SheetProblems.MACROS_NOT_SUPPORTED);
    assertThatProblem(() -> rows(zip("readme.txt"))).is(SheetProblems.FILE_TYPE_UNKNOWN);
    assertThatProblem(() -> rows(ole("Workbook"))).is(SheetProblems.XLS_NOT_SUPPORTED);
    assertThatProblem(() -> rows(ole("EncryptedPackage"))).is(SheetProblems.FILE_PROTECTED);
    assertThatProblem(() -> rows(new byte[] {'P', 'K', 3, 4, 9, 9, 9}))
        .is(SheetProblems.FILE_BROKEN);
  }

  @Test
  void rows_columns_and_cells_have_limits() {
    var few = new SheetLimits(1 << 20, 5, 3, 4, 100);

    assertThatProblem(() -> rows("a\n".repeat(16).getBytes(UTF_8), few))
        .is(SheetProblems.TOO_MANY_ROWS);
    assertThatProblem(() -> rows("a,b,c,d\n".getBytes(UTF_8), few))
        .is(SheetProblems.TOO_MANY_COLUMNS);
    assertThatProblem(() -> rows("abcde\n".getBytes(UTF_8), few)).is(SheetProblems.CELL_TOO_LONG);
  }

  private static byte[] zip(String entry) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
    }
    return bytes.toByteArray();
  }

  private static byte[] ole(String stream) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    bytes.write(stream.getBytes(UTF_16LE));
    return bytes.toByteArray();
  }

  private static List<SheetRow> rows(byte[] bytes) throws IOException {
    return rows(bytes, LIMITS);
  }

  private static List<SheetRow> rows(byte[] bytes, SheetLimits limits) throws IOException {
    try (var sheet = Sheet.open(content(bytes), limits)) {
      var rows = new ArrayList<SheetRow>();
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        rows.add(row);
      }
      return rows;
    }
  }
}
