package org.gonghui.insurance.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportTest {
  private static final TestCaller OFFICER = a(Role.OFFICER, "330687");

  @Inject City city;
  @Inject Sql sql;
  @Inject ExportKeeping keeping;
  @Inject Clock clock;

  @Test
  void claims_are_written_by_a_job_and_no_cell_can_start_a_formula() throws Exception {
    var member = city.in("330687001").member();
    hospital()
        .request()
        .body(settlement("E-1", member, stay("E-1", "3800.00")))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
    sql.update(
        "insert into employer (id, credit_code, name, unit_type, area, created_at)"
            + " values (gen_random_uuid(), ?, '=HYPERLINK(\"http://x\")', 'COMPANY', '330687001',"
            + " now()) on conflict (credit_code) do update set name = excluded.name",
        City.EMPLOYER);

    var id = export("CLAIMS", "CSV");
    var lines = file(OFFICER, id).statusCode(200).extract().asString().lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .endsWith(
            "id,no,kind,status,channel,area,employer,employerName,eventDate,asked,granted,visits,paidOn");
    assertThat(lines.get(1))
        .contains("HOSPITAL,APPROVED,AUTO,330687001", "'=HYPERLINK", ",3800.00,1485.00,0,")
        .doesNotContain(member.key().value(), member.idNumber(), "E-1");
    var sheet = file(OFFICER, export("CLAIMS", "XLSX")).statusCode(200).extract();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet.asByteArray()))) {
      var rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(2);
      assertThat(rows.get(1).getCell(7).getFormula()).isNull();
      assertThat(rows.get(1).getCellText(10)).isEqualTo("1485.00");
    }
    file(OFFICER.named("colleague"), id).statusCode(404);
    get(OFFICER, "/exports/" + id).statusCode(200).body("rows", equalTo(1));
    keeping.run(clock.instant().plus(Duration.ofDays(8)));
    file(OFFICER, id).statusCode(404);
  }

  @Test
  void the_rows_of_a_figure_add_up_to_it_in_portions() {
    sql.update(
        """
        insert into enrolment_entry (due_id, plan_code, plan_year, area, employer, count)
        select gen_random_uuid(), 'MEDICAL', 2042, '330687002', '91330600MA2A000160', 2
        from generate_series(1, 4500)
        """);

    var id = export(Map.of("kind", "FIGURE_ROWS", "year", 2042, "figure", "ENROLLED"));
    var text = file(OFFICER, id).statusCode(200).extract().asString();

    assertThat(text.lines().skip(1).mapToInt(line -> Integer.parseInt(line.split(",")[5])).sum())
        .isEqualTo(9000);
    assertThat(text.lines().skip(1).distinct().count()).isEqualTo(4500);
    OFFICER
        .request()
        .get(API + "/statistics/summary?year=2042")
        .then()
        .body("enrolled", equalTo(9000));
  }

  @Test
  void an_export_is_of_the_own_area_and_names_its_figure() {
    start(OFFICER, Map.of("kind", "CLAIMS", "year", 2017, "area", "330602")).statusCode(404);
    start(OFFICER, Map.of("kind", "FIGURE_ROWS", "year", 2017))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/figure"));
    start(a(Role.MEMBER, "3306"), Map.of("kind", "CLAIMS", "year", 2017)).statusCode(403);
    OFFICER
        .request()
        .body(Map.of("kind", "CLAIMS", "year", 2017))
        .post(API + "/exports")
        .then()
        .statusCode(400);
  }

  private static String export(String kind, String format) {
    var wanted = new LinkedHashMap<String, Object>();
    wanted.put("kind", kind);
    wanted.put("format", format);
    wanted.put("year", 2017);
    return export(wanted);
  }

  private static String export(Map<String, Object> wanted) {
    var started =
        start(OFFICER, wanted)
            .statusCode(202)
            .header("Location", startsWith(API + "/jobs/"))
            .extract();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                OFFICER
                    .request()
                    .get(started.header("Location"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("state")
                    .equals("SUCCEEDED"));
    return started.path("id");
  }

  private static ValidatableResponse start(TestCaller who, Map<String, Object> wanted) {
    return who.request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(wanted)
        .post(API + "/exports")
        .then();
  }

  private static ValidatableResponse file(TestCaller who, String id) {
    return get(who, "/exports/" + id + "/file");
  }

  private static ValidatableResponse get(TestCaller who, String path) {
    return who.request().accept("*/*").get(API + path).then();
  }
}
