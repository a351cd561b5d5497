package org.gonghui.insurance.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.enrolment.Moving.YEAR;
import static org.gonghui.insurance.enrolment.Moving.annul;
import static org.gonghui.insurance.enrolment.Moving.annulled;
import static org.gonghui.insurance.enrolment.Moving.approve;
import static org.gonghui.insurance.enrolment.Moving.enrolment;
import static org.gonghui.insurance.enrolment.Moving.idOf;
import static org.gonghui.insurance.enrolment.Moving.requested;
import static org.gonghui.insurance.enrolment.Moving.withdraw;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.aMember;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Withdrawal, annulment and death; and the certificate, which holds as long as the cover does. */
@QuarkusTest
class EndingsTest {
  private final Arrivals arrivals;
  private final PersonKeys keys;
  private CitizenId member;
  private CreditCode employer;
  private String id;

  EndingsTest(Arrivals arrivals, PersonKeys keys) {
    this.arrivals = arrivals;
    this.keys = keys;
  }

  @BeforeEach
  void somebody_is_enrolled() {
    Rosters.backfillYear(YEAR);
    member = person();
    employer = employer(YEAR, 1);
    applied(employer, YEAR, header() + "王小明," + member.number()).then().statusCode(202);
    id = idOf(employer);
  }

  @Test
  void before_the_cover_a_paid_head_is_withdrawn_and_its_money_proposed_for_refund() {
    pay("2016-12-28");

    withdraw(employer, id, "2016-12-31")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"));

    assertThat(
            arrivals.count(
                "select count(*) as n from refund where enrolment_id = ?::uuid and amount = 60"
                    + " and status = 'PROPOSED'",
                id))
        .isEqualTo(1);
    assertThat(Arrivals.due(employer, "heads")).isEqualTo("0");
    enrol(employer).then().statusCode(202).body("counts.applied", equalTo(1));
  }

  @Test
  void from_the_first_day_of_cover_on_nobody_is_withdrawn() {
    withdraw(employer, id, "2017-01-01").then().spec(problem(EnrolmentProblems.COVER_STARTED));
    pay("2017-02-01");
    withdraw(employer, id, "2017-02-02").then().spec(problem(EnrolmentProblems.COVER_STARTED));
    clerkOfAnother().request().get(BASE + "/enrolments/" + id).then().statusCode(404);
  }

  @Test
  void when_the_last_head_that_pays_is_withdrawn_those_paid_by_the_union_are_covered() {
    var town = "330683106";
    var mixed = employer(town, YEAR, 2);
    var marked = person();
    arrivals.run(
        "insert into union_paid_mark (person_key, file_id) values (?, gen_random_uuid())",
        keys.of(marked));
    arrivals.run("insert into union_subsidy_line (area, year, budget) values (?, 2017, 60)", town);
    var csv = header() + "王小明," + marked.number() + "\n李小红," + person().number();
    applied(mixed, YEAR, csv).then().statusCode(202).body("payable", equalTo("60.00"));
    var paying =
        arrivals
            .texts(
                "select id::text as t from enrolment where employer = ? and split_code = 'DEFAULT'",
                mixed)
            .getFirst();

    withdraw(mixed, paying, "2016-12-20").then().statusCode(200);

    assertThat(Arrivals.due(mixed, "status")).isEqualTo("PAID");
    assertThat(Arrivals.due(mixed, "payable")).isEqualTo("0.00");
    assertThat(
            arrivals.texts(
                "select status || ' ' || cover_from as t from enrolment where employer = ?"
                    + " and split_code = 'UNION_PAID'",
                mixed))
        .containsExactly("PAID 2017-01-01");
  }

  @Test
  void a_cover_is_annulled_by_two_people_and_frees_the_place() {
    pay("2016-12-28");
    annul(Role.APPROVER, id).then().statusCode(412);
    annul(Role.OFFICER, id).then().statusCode(200).body("status", equalTo("PAID"));
    annul(Role.OFFICER, id).then().spec(problem(EnrolmentProblems.ANNULMENT_OPEN));
    approveAs("officer.3306").then().spec(problem(Problems.MAKER_IS_CHECKER));

    annul(Role.APPROVER, id)
        .then()
        .statusCode(200)
        .body("status", equalTo("TERMINATED"))
        .body("cover.until", equalTo("2017-01-01"));

    annul(Role.OFFICER, id).then().spec(problem(Problems.ILLEGAL_TRANSITION));
    enrol(employer(YEAR, 1)).then().statusCode(202).body("counts.applied", equalTo(1));
    assertThat(
            arrivals.count(
                "select count(*) as n from outbox where payload::text like ?",
                "%" + id + "%ANNULLED%"))
        .isLessThanOrEqualTo(1);
  }

  @Test
  void an_enrolment_that_changed_since_the_proposal_is_proposed_again() {
    pay("2016-12-28");
    annul(Role.OFFICER, id).then().statusCode(200);
    approve(requested(employer(YEAR, 1), member, "2017-06-01")).then().statusCode(200);

    annul(Role.APPROVER, id).then().statusCode(412);
    annulled(id).then().statusCode(200).body("status", equalTo("TERMINATED"));
  }

  @Test
  void money_that_comes_after_the_death_covers_until_the_day_of_death() {
    arrivals.run(
        "update person set died_on = date '2017-03-05' where person_key = ?", keys.of(member));

    pay("2017-01-18");

    enrolment(anOfficer("3306"), id)
        .then()
        .body("status", equalTo("TERMINATED"))
        .body("cover.from", equalTo("2017-01-19"))
        .body("cover.until", equalTo("2017-03-06"));
  }

  @Test
  void a_certificate_is_verified_by_its_code_until_the_cover_changes() {
    certificate().then().spec(problem(EnrolmentProblems.NO_COVER));
    pay("2016-12-28");
    var certificate = certificate();
    certificate
        .then()
        .statusCode(200)
        .body("name", equalTo("王*明"))
        .body("cover.from", equalTo("2017-01-01"));
    String code = certificate.path("code");

    verify(code).then().statusCode(200).body("no", equalTo(certificate.<String>path("no")));
    approve(requested(employer(YEAR, 1), member, "2017-06-01")).then().statusCode(200);
    verify(code).then().statusCode(200);
    var last = code.charAt(code.length() - 1);
    verify(code.substring(0, code.length() - 1) + (last == 'A' ? 'B' : 'A')).then().statusCode(404);
    verify("not-a-code").then().statusCode(400);
    aMember(keys.of(member))
        .request()
        .get(BASE + "/enrolments/" + id + "/certificate")
        .then()
        .statusCode(200);
    aMember(keys.of(person()))
        .request()
        .get(BASE + "/enrolments/" + id + "/certificate")
        .then()
        .statusCode(404);

    annulled(id).then().statusCode(200);
    verify(code).then().statusCode(404);
  }

  private Response certificate() {
    return clerk(employer).request().get(BASE + "/enrolments/" + id + "/certificate");
  }

  private static Response verify(String code) {
    return a(Role.MEMBER, "3306").request().get(BASE + "/certificates/" + code);
  }

  private Response approveAs(String name) {
    var who = a(Role.APPROVER, "3306").named(name);
    return who.request()
        .header("If-Match", enrolment(who, id).header("ETag"))
        .body(Map.of("reason", "never worked there"))
        .post(BASE + "/enrolments/" + id + "/annulment");
  }

  private void pay(String day) {
    arrivals.book(Arrivals.credit(Arrivals.reference(employer), day, "60.00"));
  }

  private Response enrol(CreditCode other) {
    return applied(other, YEAR, header() + "王小明," + member.number() + "\n");
  }

  private static org.gonghui.kit.testing.TestCaller clerkOfAnother() {
    return clerk(employer(YEAR, 1));
  }
}
