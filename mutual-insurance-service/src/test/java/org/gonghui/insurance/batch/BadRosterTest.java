package org.gonghui.insurance.batch;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.gonghui.insurance.sheet.Workbooks.content;
import static org.gonghui.insurance.sheet.Workbooks.workbook;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.gonghui.insurance.roster.RosterProblems;
import org.gonghui.insurance.sheet.Sheet;
import org.gonghui.insurance.sheet.SheetLimits;
import org.gonghui.insurance.sheet.SheetProblems;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.problem.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rosters come as in real life, and what each gets. */
@QuarkusTest
class BadRosterTest {
  private static final int YEAR = 2017;
  private static final Charset GB18030 = Charset.forName("GB18030");
  private CreditCode employer;

  @BeforeEach
  void a_backfilled_year_runs() {
    Rosters.backfillYear(YEAR);
    employer = employer(YEAR, 10);
  }

  @Test
  void gb18030_with_rare_characters_is_read_exactly_and_comes_back_in_the_same_encoding() {
    var csv = "姓名\t身份证号\n王䶮\t" + person().number() + "\n𠮷田\t12\n";

    var checked = send(csv.getBytes(GB18030));

    checked.then().statusCode(202).body("counts.valid", equalTo(1));
    var file = clerk(employer).request().get(path(checked, "error-file"));
    assertThat(file.contentType()).isEqualToIgnoringCase("text/csv;charset=GB18030");
    assertThat(new String(file.asByteArray(), GB18030).lines())
        .containsExactly(
            "姓名\t身份证号\trowNo\tcodes\tmessages\thint", "𠮷田\t12\t3\tID_LENGTH\t身份证号不是 18 位\t请核对位数");
  }

  @Test
  void ids_as_numbers_and_formulas_are_told_and_never_guessed_and_a_hidden_sheet_is_passed_over() {
    var bytes =
        workbook(
            book -> {
              var hidden = book.newWorksheet("旧");
              hidden.value(0, 0, "姓名");
              hidden.setVisibilityState(VisibilityState.HIDDEN);
              var sheet = book.newWorksheet("名册");
              sheet.value(0, 0, "姓名");
              sheet.value(0, 1, "身份证号");
              sheet.value(1, 0, "王小明");
              sheet.value(1, 1, 3.39999199001011E17);
              sheet.value(2, 0, "李小红");
              sheet.formula(2, 1, "CONCATENATE(\"33\",A1)");
              sheet.value(3, 0, "赵小刚");
              sheet.value(3, 1, person().number());
            });

    var checked = send(bytes);

    checked.then().statusCode(202).body("counts.valid", equalTo(1));
    rows(checked)
        .then()
        .body("items.rowNo", contains(2, 3))
        .body("items[0].faults.code", contains("ID_AS_NUMBER"))
        .body("items[1].faults.code", contains("FORMULA_CELL"));
  }

  @Test
  void under_a_merged_cell_the_name_is_missing() {
    var bytes =
        workbook(
            book -> {
              var sheet = book.newWorksheet("名册");
              sheet.value(0, 0, "姓名");
              sheet.value(0, 1, "身份证号");
              sheet.value(1, 0, "王小明");
              sheet.range(1, 0, 2, 0).merge();
              sheet.value(1, 1, person().number());
              sheet.value(2, 1, person().number());
            });

    var checked = send(bytes);

    rows(checked)
        .then()
        .body("items.rowNo", contains(3))
        .body("items[0].faults.code", contains("NAME_MISSING"));
  }

  @Test
  void a_date_that_reads_both_ways_is_not_guessed() {
    var checked =
        upload(employer, YEAR, "姓名,身份证号,入职日期\n王小明,%s,03/04/2017\n".formatted(person().number()));

    rows(checked)
        .then()
        .body("items[0].faults.code", contains("DATE_INVALID"))
        .body("items[0].faults[0].column", equalTo("入职日期"));
  }

  @Test
  void who_is_sixty_on_the_first_day_may_join_and_turns_sixty_one_in_cover() {
    var sixty = CitizenId.ofPrefix("33999919560515017");

    applied(employer, YEAR, header() + "王小明," + sixty.number() + "\n" + lines(9))
        .then()
        .statusCode(202)
        .body("counts.applied", equalTo(10));
    clerk(employer)
        .request()
        .get(BASE + "/enrolments?planYear=" + YEAR)
        .then()
        .body("items.cover.until", hasItem("2018-01-01"));
  }

  @Test
  void files_that_are_no_roster_are_refused_at_once() throws IOException {
    refused(bomb(), 413, SheetProblems.FILE_EXPANDS_TOO_MUCH);
    refused(zip("xl/vbaProject.bin"), 415, SheetProblems.MACROS_NOT_SUPPORTED);
    refused(zip("word/document.xml"), 415, SheetProblems.FILE_TYPE_UNKNOWN);
    refused(ole("Workbook"), 415, SheetProblems.XLS_NOT_SUPPORTED);
    refused(ole("EncryptedPackage"), 422, SheetProblems.FILE_PROTECTED);
    refused("姓名,身份证号\n\n,\n".getBytes(UTF_8), 422, RosterProblems.NO_ROWS);
    refused((header() + "李,1\n".repeat(500_001)).getBytes(UTF_8), 422, SheetProblems.TOO_MANY_ROWS);
    refused(
        ("姓名,身份证号" + ",x".repeat(70) + "\n").getBytes(UTF_8), 422, SheetProblems.TOO_MANY_COLUMNS);
    refused(
        (header() + "李".repeat(501) + ",1\n").getBytes(UTF_8), 422, SheetProblems.CELL_TOO_LONG);
    send("部门,工号\n财务,7\n".getBytes(UTF_8))
        .then()
        .spec(problem(RosterProblems.HEADER_NOT_FOUND))
        .body("headersSeen", contains("部门", "工号", "财务"));
    clerk(employer).request().get(BASE + "/enrolment-batches").then().body("items", hasSize(0));
  }

  @Test
  void an_error_file_cannot_make_a_spreadsheet_calculate_and_comes_back_without_its_quotes() {
    var note = "=HYPERLINK(\"http://x\")";
    var csv = "姓名,身份证号,备注\n王小明,12,\"%s\"\n".formatted(note.replace("\"", "\"\""));
    var checked = send(csv.getBytes(UTF_8));
    var file = clerk(employer).request().get(path(checked, "error-file")).asString();
    assertThat(file).contains("'=HYPERLINK").doesNotContain(",=").doesNotContain(",\"=");

    var fixed = file.replace(",12,", "," + person().number() + ",");
    Rosters.correct(employer, checked, fixed.getBytes(UTF_8))
        .then()
        .statusCode(202)
        .body("counts.valid", equalTo(1))
        .body("counts.rejected", equalTo(0));
  }

  @Test
  void only_corrected_rows_sent_again_end_like_one_clean_upload() {
    var good = List.of(person(), person(), person(), person());
    var lines = new ArrayList<String>();
    good.forEach(one -> lines.add("王小明," + one.number()));
    var faulty = new ArrayList<>(lines);
    faulty.set(1, "," + good.get(1).number());
    faulty.set(3, "王小明," + good.get(3).number().substring(0, 17));
    var checked = upload(employer, YEAR, header() + String.join("\n", faulty));
    checked.then().body("counts.rejected", equalTo(2));

    var corrected =
        Rosters.correct(
            employer,
            checked,
            "姓名,身份证号,rowNo\n%s,5\n%s,3\n".formatted(lines.get(3), lines.get(1)).getBytes(UTF_8));

    corrected
        .then()
        .body("status", equalTo("CHECKED"))
        .body("counts.total", equalTo(4))
        .body("counts.valid", equalTo(4))
        .body("payable", equalTo("240.00"));
    Rosters.correct(employer, corrected, "姓名,身份证号,rowNo\n李,1,2\n李,1,2\n".getBytes(UTF_8))
        .then()
        .spec(problem(BatchProblems.ROW_NO_TWICE));
  }

  @Test
  void a_template_is_a_roster_to_fill_in_both_formats() throws IOException {
    for (var format : List.of("CSV", "XLSX")) {
      var file = clerk(employer).request().get(BASE + "/enrolment-templates?format=" + format);
      file.then().statusCode(200);
      try (var sheet = Sheet.open(content(file.asByteArray()), SheetLimits.defaults())) {
        assertThat(java.util.Objects.requireNonNull(sheet.next()).cells())
            .containsExactly(
                "序号", "姓名", "身份证号", "手机号", "入职日期", "银行卡号", "开户行", "免申授权", "首次参保日期", "备注");
      }
      send(file.asByteArray()).then().spec(problem(RosterProblems.NO_ROWS));
    }
    clerk(employer)
        .request()
        .get(BASE + "/enrolment-templates?format=ODS")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(400, 404));
    a(Role.MEMBER, "3306").request().get(BASE + "/enrolment-templates").then().statusCode(403);
  }

  private Response send(byte[] bytes) {
    return upload(employer, YEAR, bytes, "VALID_ROWS_ONLY");
  }

  private void refused(byte[] bytes, int status, ProblemType type) {
    send(bytes).then().spec(problem(type)).statusCode(status);
  }

  private Response rows(Response batch) {
    return clerk(employer).request().get(path(batch, "rows?status=REJECTED"));
  }

  private static String path(Response batch, String what) {
    return BASE + "/enrolment-batches/" + batch.path("id") + "/" + what;
  }

  private static String lines(int count) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      lines.add("王小明," + person().number());
    }
    return String.join("\n", lines);
  }

  private static byte[] bomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      for (var i = 0; i < 200; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    return bytes.toByteArray();
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
}
