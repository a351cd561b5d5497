package org.gonghui.insurance.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.submit;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.testing.TestCaller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The union's share: reserved with the submission, spent with the due, released with everything
 * else.
 */
@QuarkusTest
class SubsidyTest {
  private static final int YEAR = 2009;

  private final Arrivals arrivals;
  private final PersonKeys keys;

  SubsidyTest(Arrivals arrivals, PersonKeys keys) {
    this.arrivals = arrivals;
    this.keys = keys;
  }

  @BeforeEach
  void a_backfilled_year_runs() {
    Rosters.backfillYear(YEAR);
  }

  @Test
  void the_share_is_reserved_at_submission_and_spent_with_the_due() {
    var area = "330683001";
    put(area, "120.00", null).then().statusCode(200);
    var employer = employer(area, YEAR, 3);
    var marked = marked();
    var checked =
        upload(employer, YEAR, roster(marked, person()) + "李小红," + person().number() + "\n");
    checked.then().body("unionShare", equalTo("60.00")).body("payable", equalTo("120.00"));
    assertLine(area, "0.00", "0.00");

    submit(employer, checked).then().statusCode(202);
    assertLine(area, "60.00", "0.00");
    arrivals.book(Arrivals.credit(Arrivals.reference(employer), "2008-12-28", "119.99"));
    assertLine(area, "60.00", "0.00");
    arrivals.book(Arrivals.credit(Arrivals.reference(employer), "2008-12-28", "0.01"));

    assertLine(area, "0.00", "60.00");
    assertThat(Arrivals.due(employer, "unionShare")).isEqualTo("60.00");
    withdraw(employer, marked);
    assertLine(area, "0.00", "0.00");
    assertThat(Arrivals.due(employer, "unionShare")).isEqualTo("0.00");
  }

  @Test
  void a_due_that_the_union_pays_wholly_is_paid_when_it_is_issued() {
    var area = "330683002";
    put(area, "60.00", null).then().statusCode(200);
    var employer = employer(area, YEAR, 1);

    submit(employer, upload(employer, YEAR, roster(marked()))).then().statusCode(202);

    assertThat(Arrivals.due(employer, "payable")).isEqualTo("0.00");
    assertThat(Arrivals.due(employer, "status")).isEqualTo("PAID");
    assertLine(area, "0.00", "60.00");
  }

  @Test
  void an_exhausted_line_refuses_the_submission_and_a_budget_never_falls_below_what_is_held() {
    var area = "330683003";
    put(area, "60.00", null).then().statusCode(200);
    var first = employer(area, YEAR, 2);
    var waiting = upload(first, YEAR, roster(marked(), person()));
    submit(first, waiting).then().statusCode(202);
    var second = employer(area, YEAR, 1);
    var checked = upload(second, YEAR, roster(marked()));

    submit(second, checked).then().spec(problem(ContributionProblems.UNION_SUBSIDY_EXHAUSTED));

    assertLine(area, "60.00", "0.00");
    assertThat(status(second, checked)).isEqualTo("CHECKED");
    put(area, "59.99", tag(area)).then().spec(problem(ContributionProblems.BELOW_RESERVED));
    put(area, "120.00", null).then().statusCode(428);
    put(area, "120.00", "\"0\"").then().statusCode(412);
    put(area, "120.00", tag(area)).then().statusCode(200);
    submit(second, checked).then().statusCode(202);
    assertLine(area, "60.00", "60.00");
  }

  @Test
  void a_rejected_roster_frees_its_share_and_its_second_submission_holds_it_again() {
    var area = "330683004";
    put(area, "60.00", null).then().statusCode(200);
    var employer = employer(area, YEAR, 200);
    var checked = upload(employer, YEAR, roster(marked(), person()));
    var submitted = submit(employer, checked, "PARTICIPATION_LOW");
    submitted.then().statusCode(202).body("status", equalTo("SUBMITTED"));
    assertLine(area, "60.00", "0.00");

    var rejected =
        anOfficer("3306")
            .request()
            .header("If-Match", submitted.header("ETag"))
            .body(Map.of("reason", "who is missing?"))
            .post(BASE + "/enrolment-batches/" + checked.path("id") + "/rejection");
    rejected.then().statusCode(200).body("status", equalTo("REJECTED"));

    assertLine(area, "0.00", "0.00");
    submit(employer, rejected, "PARTICIPATION_LOW").then().statusCode(202);
    assertLine(area, "60.00", "0.00");
  }

  @Test
  void only_finance_of_the_area_sets_a_budget() {
    put(a(Role.OFFICER, "3306"), "330683005", "1.00", null).then().statusCode(403);
    put(a(Role.FINANCE, "330681"), "330683005", "1.00", null).then().statusCode(404);
    put("330683005", "-1.00", null).then().statusCode(400);
    put("330683005", "1.001", null).then().statusCode(400);
    line("330683006").then().statusCode(404);
  }

  private CitizenId marked() {
    var person = person();
    arrivals.run(
        "insert into union_paid_mark (person_key, file_id) values (?, gen_random_uuid())",
        keys.of(person));
    return person;
  }

  private static String roster(CitizenId... people) {
    var csv = new StringBuilder(header());
    for (var one : people) {
      csv.append("王小明,").append(one.number()).append('\n');
    }
    return csv.toString();
  }

  private void withdraw(CreditCode employer, CitizenId person) {
    var clerk = Rosters.clerk(employer);
    var id =
        arrivals
            .texts("select id::text as t from enrolment where person_key = ?", keys.of(person))
            .getFirst();
    clerk
        .request()
        .header("If-Match", clerk.request().get(BASE + "/enrolments/" + id).header("ETag"))
        .body(Map.of("reason", "RESIGNED", "declaredAt", "2008-12-29T02:00:00Z"))
        .post(BASE + "/enrolments/" + id + "/withdrawal")
        .then()
        .statusCode(200);
  }

  private static String status(CreditCode employer, Response batch) {
    return Rosters.clerk(employer)
        .request()
        .get(BASE + "/enrolment-batches/" + batch.path("id"))
        .path("status");
  }

  private static Response line(String area) {
    return a(Role.FINANCE, "3306").request().get(BASE + "/union-subsidies/" + area + "/" + YEAR);
  }

  private static String tag(String area) {
    return line(area).header("ETag");
  }

  private static void assertLine(String area, String reserved, String spent) {
    line(area).then().body("reserved", equalTo(reserved)).body("spent", equalTo(spent));
  }

  private static Response put(String area, String budget, @Nullable String ifMatch) {
    return put(a(Role.FINANCE, "3306"), area, budget, ifMatch);
  }

  private static Response put(
      TestCaller who, String area, String budget, @Nullable String ifMatch) {
    var request = who.request().body(Map.of("budget", budget));
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .put(BASE + "/union-subsidies/" + area + "/" + YEAR);
  }
}
