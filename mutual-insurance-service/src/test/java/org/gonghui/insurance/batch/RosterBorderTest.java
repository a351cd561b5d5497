package org.gonghui.insurance.batch;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.submit;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.UUID;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what with rosters, and what bad files get. */
@QuarkusTest
class RosterBorderTest {
  private static final int YEAR = 2017;

  @BeforeEach
  void a_backfilled_year_runs() {
    Rosters.backfillYear(YEAR);
  }

  @Test
  void to_another_employer_or_area_a_batch_does_not_exist() {
    var employer = employer(YEAR, 1);
    var path = BASE + "/enrolment-batches/" + upload(employer, YEAR, people(1)).path("id");

    clerk(employer(YEAR, 1)).request().get(path).then().statusCode(404);
    anOfficer("330681").request().get(path).then().statusCode(404);
    anOfficer("330602").request().get(path).then().statusCode(200);
    a(Role.MEMBER, "3306").request().get(path).then().statusCode(403);
  }

  @Test
  void files_that_are_no_roster_get_a_clear_problem() {
    refused("名字;电话\n王明;1\n".getBytes(UTF_8), 422, "HEADER_NOT_FOUND");
    refused("姓名,身份证号\n".getBytes(UTF_8), 422, "NO_ROWS");
    refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, 415, "XLS_NOT_SUPPORTED");
    refused(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, ','}, 422, "ENCODING_UNKNOWN");
    refused(new byte[] {'P', 'K', 3, 4, 0, 0}, 422, "FILE_BROKEN");
  }

  @Test
  void a_second_roster_waits_for_the_first() {
    var employer = employer(YEAR, 2);
    upload(employer, YEAR, people(2)).then().statusCode(202);

    upload(employer, YEAR, people(2)).then().statusCode(409).body("code", equalTo("BATCH_ACTIVE"));
  }

  @Test
  void a_roster_with_warnings_wants_a_yes_and_another_person() {
    var employer = employer(YEAR, 90);
    var checked = upload(employer, YEAR, people(2));
    submit(employer, checked).then().statusCode(422).body("code", equalTo("WARNING_NOT_CONFIRMED"));

    var submitted = submit(employer, checked, "PARTICIPATION_LOW");

    submitted.then().statusCode(202).body("status", equalTo("SUBMITTED"));
    decide(anOfficer("3306").named("clerk." + employer), submitted)
        .then()
        .statusCode(403)
        .body("code", equalTo("MAKER_IS_CHECKER"));
    decide(anOfficer("3306"), submitted).then().statusCode(202).body("status", equalTo("APPLIED"));
  }

  @Test
  void
      an_error_file_in_gb18030_comes_back_alike_and_its_corrected_rows_alone_complete_the_roster() {
    var gb = Charset.forName("GB18030");
    var employer = employer(YEAR, 2);
    var good = person().number();
    var fixed = person().number();
    var checked =
        upload(
            employer, YEAR, ("姓名;身份证号\n王䶮;" + good + "\n李四;123\n").getBytes(gb), "VALID_ROWS_ONLY");
    var path = BASE + "/enrolment-batches/" + checked.path("id");
    checked.then().body("counts.rejected", equalTo(1));

    var file = new String(clerk(employer).request().get(path + "/error-file").asByteArray(), gb);
    var corrected =
        given()
            .auth()
            .oauth2(clerk(employer).token())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", checked.header("ETag"))
            .multiPart(
                "file",
                "fixed.csv",
                file.replace(";123;", ";" + fixed + ";").getBytes(gb),
                "text/csv")
            .post(path + "/corrections");

    corrected
        .then()
        .statusCode(202)
        .body("counts.valid", equalTo(2))
        .body("counts.rejected", equalTo(0));
    submit(employer, corrected).then().statusCode(202).body("counts.applied", equalTo(2));
  }

  @Test
  void a_covered_person_moves_without_a_second_fee() {
    var moving = person();
    var first = employer(YEAR, 1);
    applied(first, YEAR, header() + "王小明," + moving.number()).then().statusCode(202);
    var second = employer(YEAR, 1);
    var elsewhere = upload(second, YEAR, header() + "王小明," + moving.number());
    elsewhere.then().body("counts.rejected", equalTo(1));

    var requested =
        clerk(second)
            .request()
            .body(Map.of("batchId", elsewhere.path("id"), "rowNo", 2, "date", "2017-06-01"))
            .post(BASE + "/transfers");
    requested.then().statusCode(201);

    var id = requested.path("id");
    clerk(second)
        .request()
        .header("If-Match", "\"0\"")
        .post(BASE + "/transfers/" + id + "/approval")
        .then()
        .statusCode(403);
    anOfficer("3306")
        .request()
        .header("If-Match", "\"0\"")
        .post(BASE + "/transfers/" + id + "/approval")
        .then()
        .statusCode(200)
        .body("status", equalTo("APPROVED"));
  }

  @Test
  void withdrawing_a_head_before_its_cover_reduces_the_due() {
    var employer = employer(YEAR, 2);
    applied(employer, YEAR, people(2)).then().statusCode(202);
    var enrolments = clerk(employer).request().get(BASE + "/enrolments?planYear=" + YEAR);
    var path = BASE + "/enrolments/" + enrolments.path("items[0].id");

    clerk(employer)
        .request()
        .header("If-Match", "\"0\"")
        .body(Map.of("reason", "RESIGNED", "declaredAt", "2016-12-20T00:00:00Z"))
        .post(path + "/withdrawal")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"));

    clerk(employer)
        .request()
        .get(BASE + "/contribution-dues")
        .then()
        .body("items[0].payable", equalTo("60.00"));
    clerk(employer)
        .request()
        .header("If-Match", "\"1\"")
        .body(Map.of("reason", "AGAIN", "declaredAt", "2016-12-20T00:00:00Z"))
        .post(path + "/withdrawal")
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_TRANSITION"));
  }

  @Test
  void an_upload_without_key_or_with_a_wrong_code_is_refused() {
    var employer = employer(YEAR, 1);
    given()
        .auth()
        .oauth2(clerk(employer).token())
        .multiPart("file", "a.csv", people(1).getBytes(UTF_8), "text/csv")
        .multiPart("planYear", "2017")
        .post(BASE + "/enrolment-batches")
        .then()
        .statusCode(400)
        .body("code", containsString("IDEMPOTENCY"));
    anOfficer("3306")
        .request()
        .body(Map.of("name", "厂", "unitType", "STATE_OWNED", "area", "330602001"))
        .put(BASE + "/employers/91330600MA0000000X")
        .then()
        .statusCode(anyOf(is(400), is(404)));
  }

  private static Response decide(TestCaller caller, Response batch) {
    return caller
        .request()
        .header("If-Match", batch.header("ETag"))
        .post(BASE + "/enrolment-batches/" + batch.path("id") + "/approval");
  }

  private static void refused(byte[] bytes, int status, String code) {
    CreditCode employer = employer(YEAR, 1);
    upload(employer, YEAR, bytes, "VALID_ROWS_ONLY")
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }
}
