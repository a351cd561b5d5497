package org.gonghui.insurance.renewal;

import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Last year's roster once more, with one click. */
@QuarkusTest
class RenewalTest {
  private static final int LAST = 2005;
  private static final int THIS = 2006;

  private final Arrivals arrivals;
  private final PersonKeys keys;
  private CreditCode employer;

  RenewalTest(Arrivals arrivals, PersonKeys keys) {
    this.arrivals = arrivals;
    this.keys = keys;
  }

  @BeforeEach
  void two_years_are_open() {
    Rosters.backfillYear(LAST);
    Rosters.backfillYear(THIS);
    employer = employer(LAST, 4);
    Rosters.headcount(employer, THIS, 2);
  }

  @Test
  void the_dead_and_the_over_aged_fall_out_and_one_click_makes_a_checked_roster() {
    var dies = person();
    var marked = person();
    var sixty = CitizenId.ofPrefix("33999919440615001");
    enrolAndPay(person(), marked, dies, sixty);
    arrivals.run(
        "update person set died_on = date '2005-08-01' where person_key = ?", keys.of(dies));
    arrivals.run(
        "insert into union_paid_mark (person_key, file_id) values (?, gen_random_uuid())",
        keys.of(marked));

    clerk(employer)
        .request()
        .get(BASE + "/renewal-proposals/" + THIS)
        .then()
        .statusCode(200)
        .body("heads", equalTo(2))
        .body("unionPaid", equalTo(1))
        .body("leftOut", equalTo(2))
        .body("amount", equalTo("60.00"));
    var renewed = renew(clerk(employer), THIS);
    renewed.then().statusCode(202).body("status", equalTo("CHECKED"));
    clerk(employer)
        .request()
        .get(BASE + "/enrolment-batches/" + renewed.path("batchId"))
        .then()
        .body("counts.valid", equalTo(2))
        .body("payable", equalTo("60.00"))
        .body("unionShare", equalTo("60.00"));
  }

  @Test
  void without_anybody_of_last_year_there_is_nothing_to_renew() {
    renew(clerk(employer), THIS).then().spec(problem(Renewals.NOBODY_TO_RENEW));
    Rosters.headcount(employer, LAST, 1);
    applied(employer, LAST, header() + "王小明," + person().number()).then().statusCode(202);
    renew(clerk(employer), THIS).then().spec(problem(Renewals.NOBODY_TO_RENEW));
  }

  @Test
  void only_the_employer_and_its_officers_renew() {
    var path = BASE + "/renewal-proposals/" + THIS + "?employer=" + employer;

    anOfficer("330602").request().get(path).then().statusCode(200);
    anOfficer("330681").request().get(path).then().statusCode(404);
    clerk(employer(LAST, 1)).request().get(path).then().statusCode(404);
    a(Role.MEMBER, "3306").request().get(path).then().statusCode(403);
    anOfficer("3306").request().get(BASE + "/renewal-proposals/" + THIS).then().statusCode(400);
  }

  private void enrolAndPay(CitizenId... people) {
    var csv = new StringBuilder(header());
    for (var one : people) {
      csv.append("王小明,").append(one.number()).append('\n');
    }
    applied(employer, LAST, csv.toString()).then().statusCode(202);
    arrivals.book(
        Arrivals.credit(
            Arrivals.reference(employer), "2004-12-28", Arrivals.due(employer, "payable")));
  }

  private Response renew(TestCaller who, int year) {
    return who.request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("employer", employer, "declaredAt", "2005-11-15T02:00:00Z"))
        .post(BASE + "/renewal-proposals/" + year + "/batches");
  }
}
