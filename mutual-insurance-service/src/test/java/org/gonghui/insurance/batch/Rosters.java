package org.gonghui.insurance.batch;

import static io.restassured.RestAssured.given;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.aClerk;
import static org.gonghui.kit.testing.TestCaller.anOfficer;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.testing.TestCaller;
import org.jspecify.annotations.Nullable;

/** Plan years, employers and rosters made up for tests, through the API alone. */
public final class Rosters {
  public static final String BASE = "/api/mutual-insurance/v1";
  public static final String TOWN = "330602001";
  private static final AtomicLong EMPLOYERS = new AtomicLong(System.nanoTime() % 1_000_000);
  private static final AtomicLong PEOPLE = new AtomicLong();

  private Rosters() {}

  /** A backfilled year that runs; one that exists already is taken as it is. */
  public static void backfillYear(int year) {
    plan(year, "BACKFILL");
  }

  public static void plan(int year, String intake) {
    var officer = anOfficer("3306");
    var made =
        officer
            .request()
            .body("{\"year\": %d, \"intake\": \"%s\"}".formatted(year, intake))
            .post(BASE + "/plan-years");
    if (made.statusCode() == 201) {
      var id = made.path("id");
      a(Role.APPROVER, "3306")
          .request()
          .header("If-Match", made.header("ETag"))
          .post(BASE + "/plan-years/" + id + "/announcement")
          .then()
          .statusCode(200);
    }
  }

  /** A new employer of a town with a payroll. */
  public static CreditCode employer(int year, int payroll) {
    return employer(TOWN, year, payroll);
  }

  public static CreditCode employer(String area, int year, int payroll) {
    var code = CreditCode.ofPrefix("91330600MA%07d".formatted(EMPLOYERS.incrementAndGet()));
    var officer = anOfficer("3306").request();
    officer
        .body(Map.of("name", "绍兴第%s厂".formatted(code), "unitType", "STATE_OWNED", "area", area))
        .put(BASE + "/employers/" + code)
        .then()
        .statusCode(200);
    headcount(code, year, payroll);
    return code;
  }

  public static void headcount(CreditCode employer, int year, int payroll) {
    anOfficer("3306")
        .request()
        .body(Map.of("payroll", payroll))
        .put(BASE + "/employers/" + employer + "/headcounts/" + year)
        .then()
        .statusCode(200);
  }

  public static CitizenId person() {
    var n = PEOPLE.incrementAndGet();
    return CitizenId.ofPrefix(
        "339999%d%02d%02d%03d"
            .formatted(
                1970 + n / (999 * 28 * 12),
                1 + n / (999 * 28) % 12,
                1 + n / 999 % 28,
                1 + n % 999));
  }

  public static String header() {
    return "姓名,身份证号\n";
  }

  public static String people(int count) {
    return header()
        + LongStream.range(0, count)
            .mapToObj(_ -> "王小明," + person().number())
            .collect(Collectors.joining("\n"));
  }

  public static Response upload(CreditCode employer, int year, String csv) {
    return upload(employer, year, csv, "VALID_ROWS_ONLY");
  }

  public static Response upload(CreditCode employer, int year, String csv, String mode) {
    return upload(employer, year, csv.getBytes(StandardCharsets.UTF_8), mode);
  }

  public static Response upload(CreditCode employer, int year, byte[] bytes, String mode) {
    return upload(employer, year, bytes, mode, (year - 1) + "-11-15T02:00:00Z");
  }

  /** What is null is not sent. */
  public static Response upload(
      CreditCode employer,
      int year,
      byte[] bytes,
      @Nullable String mode,
      @Nullable String declaredAt) {
    var request =
        given()
            .auth()
            .oauth2(clerk(employer).token())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .multiPart("file", "roster.csv", bytes, "text/csv")
            .multiPart("planYear", String.valueOf(year));
    if (mode != null) {
      request = request.multiPart("mode", mode);
    }
    if (declaredAt != null) {
      request = request.multiPart("declaredAt", declaredAt);
    }
    return request.post(BASE + "/enrolment-batches");
  }

  /** Sends corrected rows alone. */
  public static Response correct(CreditCode employer, Response batch, byte[] rows) {
    return given()
        .auth()
        .oauth2(clerk(employer).token())
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", batch.header("ETag"))
        .multiPart("file", "fixed.csv", rows, "text/csv")
        .post(BASE + "/enrolment-batches/" + batch.path("id") + "/corrections");
  }

  public static Response submit(CreditCode employer, Response batch, String... confirmed) {
    return clerk(employer)
        .request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", batch.header("ETag"))
        .body(Map.of("confirmed", confirmed))
        .post(BASE + "/enrolment-batches/" + batch.path("id") + "/submission");
  }

  /** Uploads and applies a roster of so many new people. */
  public static Response applied(CreditCode employer, int year, String csv) {
    var checked = upload(employer, year, csv);
    checked.then().statusCode(202);
    return submit(employer, checked);
  }

  /** The batch once it stands there. */
  public static Response await(CreditCode employer, String id, String status) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> clerk(employer).request().get(BASE + "/enrolment-batches/" + id),
            answer -> status.equals(answer.path("status")));
  }

  public static TestCaller clerk(CreditCode employer) {
    return aClerk(employer, TOWN);
  }
}
