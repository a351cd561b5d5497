package org.gonghui.insurance.roster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.sheet.Workbooks.content;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.gonghui.insurance.roster.ErrorFile.FaultyRow;
import org.gonghui.insurance.sheet.Sheet;
import org.gonghui.insurance.sheet.SheetLayout;
import org.gonghui.insurance.sheet.SheetLayout.Format;
import org.gonghui.insurance.sheet.SheetLimits;
import org.junit.jupiter.api.Test;

class ErrorFileTest {
  private static final List<String> TITLES = List.of("部门", "姓名", "身份证号");
  private static final FaultyRow ROW =
      new FaultyRow(
          17,
          List.of("=cmd|'/c calc'!A1", "王䶮", "12"),
          List.of(RowFault.of(RowCode.ID_LENGTH, "12")));

  @Test
  void keeps_columns_order_delimiter_and_encoding_and_adds_what_is_wrong() throws IOException {
    var layout = new SheetLayout(Format.CSV, "GB18030", false, ';');

    var text = new String(write(layout), Charset.forName("GB18030"));

    assertThat(text.lines())
        .containsExactly(
            "部门;姓名;身份证号;rowNo;codes;messages;hint",
            "'=cmd|'/c calc'!A1;王䶮;12;17;ID_LENGTH;身份证号不是 18 位;请核对位数");
  }

  @Test
  void is_a_roster_again_in_both_formats() throws IOException {
    for (var layout :
        List.of(
            new SheetLayout(Format.CSV, "UTF-8", true, ','),
            new SheetLayout(Format.XLSX, "UTF-8", false, ','))) {
      try (var sheet = Sheet.open(content(write(layout)), SheetLimits.defaults())) {
        var header = RosterHeader.find(sheet);
        var row = requireNonNull(sheet.next());

        assertThat(header.rowNo(row)).isEqualTo(17);
        assertThat(header.unknown()).containsExactly("部门");
        assertThat(row.cells().subList(0, 3)).containsExactly("'=cmd|'/c calc'!A1", "王䶮", "12");
      }
    }
  }

  @Test
  void a_table_without_the_two_columns_tells_the_headers_seen() throws IOException {
    try (var sheet =
        Sheet.open(
            content("名字,电话\n王明,139\n".getBytes(Charset.forName("GB18030"))),
            SheetLimits.defaults())) {
      assertThatProblem(() -> RosterHeader.find(sheet)).is(RosterProblems.HEADER_NOT_FOUND);
    }
  }

  private static byte[] write(SheetLayout layout) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new ErrorFile(layout, TITLES).write(bytes, each -> each.accept(ROW));
    return bytes.toByteArray();
  }
}
