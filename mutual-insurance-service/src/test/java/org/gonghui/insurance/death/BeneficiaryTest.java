package org.gonghui.insurance.death;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.member.Designations.SHARES_NOT_ONE;
import static org.gonghui.insurance.review.Filing.OFFICER;
import static org.gonghui.insurance.review.Filing.REVIEWER;
import static org.gonghui.insurance.review.Filing.act;
import static org.gonghui.insurance.review.Filing.deathClaim;
import static org.gonghui.insurance.review.Filing.draft;
import static org.gonghui.insurance.review.Filing.papers;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.testing.TestCaller;
import org.gonghui.kit.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Designations, heirs and guardians, from the naming to the payouts. */
@QuarkusTest
class BeneficiaryTest {
  private static final LocalDate BEFORE = LocalDate.of(2017, 2, 1);
  private static final LocalDate AFTER = LocalDate.of(2017, 5, 21);

  @Inject City city;
  @Inject Sql sql;
  @Inject PersonKeys keys;
  @Inject TestClock clock;

  @AfterEach
  void let_the_clock_run() {
    clock.run();
  }

  @Test
  void whom_the_member_named_before_the_death_is_paid_and_sees_the_claim() {
    var dead = city.member();
    var named = people(3);
    designate(BEFORE, dead, shares(named, "0.5", "0.3", "0.2")).statusCode(200);
    var spouse = city.stranger();

    var id = approved(dead, List.of(heir("SPOUSE", spouse)));

    assertThat(payouts(id))
        .containsExactly(
            paid(1, named.get(0), "1500.00"),
            paid(2, named.get(1), "900.00"),
            paid(3, named.get(2), "600.00"));
    var second = named.get(1).caller();
    second.request().get(API + "/claims/" + id).then().statusCode(200);
    second.request().get(API + "/claims").then().body("items.id", hasItem(id));
  }

  @Test
  void a_beneficiary_does_not_decide() {
    var dead = city.member();
    var named = people(1);
    designate(BEFORE, dead, shares(named, "1")).statusCode(200);
    var id = submitted(dead, List.of());

    act(REVIEWER.person(named.getFirst().key()), id, 1, "approval", "")
        .spec(problem(MAKER_IS_CHECKER));
  }

  @Test
  void a_naming_after_the_death_does_not_count() {
    var dead = city.member();
    designate(AFTER, dead, shares(people(1), "1")).statusCode(200);
    var child = city.stranger();

    var id = approved(dead, List.of(heir("CHILD", child)));

    assertThat(payouts(id)).containsExactly(paid(1, child, "3000.00"));
  }

  @Test
  void who_died_before_the_member_leaves_the_share_to_the_others_and_at_last_to_the_heirs() {
    var dead = city.member();
    var named = people(3);
    designate(BEFORE, dead, shares(named, "0.5", "0.3", "0.2")).statusCode(200);
    died(named.get(0), "2017-05-19");
    var other = city.member();
    var only = people(1);
    designate(BEFORE, other, shares(only, "1")).statusCode(200);
    died(only.getFirst(), "2017-03-01");
    var spouse = city.stranger();

    var first = approved(dead, List.of());
    var second = approved(other, List.of(heir("SIBLING", city.stranger()), heir("SPOUSE", spouse)));

    assertThat(payouts(first))
        .containsExactly(paid(1, named.get(1), "1800.00"), paid(2, named.get(2), "1200.00"));
    assertThat(payouts(second)).containsExactly(paid(2, spouse, "3000.00"));
  }

  @Test
  void the_share_of_a_minor_goes_to_the_guardian_in_the_name_of_the_minor() {
    var dead = city.member();
    var minor = CitizenId.ofPrefix("33999920200101001");
    designate(
            BEFORE.plusYears(9),
            dead,
            List.of(share("王小红", minor.number(), "0.5"), share("李四", city.stranger(), "0.5")))
        .statusCode(200);
    sql.update(
        "update beneficiary_designation set signed_on = ? where person_key = ?",
        BEFORE,
        dead.key());
    var guardian = city.stranger();
    var child = new LinkedHashMap<String, Object>(heir("CHILD", city.stranger()));
    child.put("idNumber", minor.number());

    draft(OFFICER, deathClaim(dead, List.of(child)))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/heirs/0/guardian"));
    var unaided = submitted(dead, List.of());
    act(REVIEWER, unaided, 1, "approval", "").spec(problem(Beneficiaries.GUARDIAN_MISSING));
    child.put("guardian", Map.of("name", "王建国", "idNumber", guardian.idNumber()));
    draft(OFFICER, deathClaim(dead, List.of(child))).statusCode(200);
    act(REVIEWER, unaided, 1, "approval", "").statusCode(200);

    assertThat(payouts(unaided)).hasSize(2).contains(paid(1, guardian, "1500.00"));
    guardian.caller().request().get(API + "/claims/" + unaided).then().statusCode(200);
  }

  @Test
  void nobody_makes_themselves_a_designated_person() {
    var dead = city.member();

    draft(OFFICER, deathClaim(dead, List.of(heir("DESIGNATED", city.stranger()))))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/heirs/0/relation"));
  }

  @Test
  void shares_add_up_to_one_and_name_each_other_person_once() {
    var member = city.member();
    var three = people(3);

    designate(BEFORE, member, shares(three, "0.33", "0.33", "0.33")).spec(problem(SHARES_NOT_ONE));
    designate(BEFORE, member, shares(List.of(three.get(0), three.get(0)), "0.5", "0.5"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/shares/1/idNumber"));
    designate(BEFORE, member, shares(List.of(member), "1")).statusCode(400);
    TestCaller.a(Role.OFFICER, "3306")
        .request()
        .body(Map.of("shares", List.of()))
        .put(API + "/beneficiary-designation")
        .then()
        .statusCode(403);
  }

  private String submitted(Member dead, List<Map<String, Object>> heirs) {
    String id = draft(OFFICER, deathClaim(dead, heirs)).statusCode(201).extract().path("id");
    papers(OFFICER, id, "DEATH_CERTIFICATE", "HOUSEHOLD_DEREGISTRATION", "PROOF_OF_RELATION");
    act(OFFICER, id, 0, "submission", "").statusCode(200);
    return id;
  }

  private String approved(Member dead, List<Map<String, Object>> heirs) {
    var id = submitted(dead, heirs);
    act(REVIEWER, id, 1, "approval", "").statusCode(200).body("granted", equalTo("3000.00"));
    return id;
  }

  private ValidatableResponse designate(
      LocalDate day, Member member, List<Map<String, Object>> shares) {
    clock.stopOn(day);
    try {
      var version =
          sql.list(
                  "select version from person where person_key = ?",
                  row -> row.number("version"),
                  member.key())
              .getFirst();
      return member
          .caller()
          .request()
          .header("If-Match", "\"" + version + "\"")
          .body(Map.of("shares", shares))
          .put(API + "/beneficiary-designation")
          .then();
    } finally {
      clock.run();
    }
  }

  private void died(Member person, String day) {
    sql.update("update person set died_on = ?::date where person_key = ?", day, person.key());
  }

  private List<Member> people(int count) {
    var people = new ArrayList<Member>();
    while (people.size() < count) {
      people.add(city.stranger());
    }
    return people;
  }

  private static List<Map<String, Object>> shares(List<Member> people, String... shares) {
    var named = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < shares.length; i++) {
      named.add(share("李四", people.get(i), shares[i]));
    }
    return named;
  }

  private static Map<String, Object> share(String name, Member person, String share) {
    return share(name, person.idNumber(), share);
  }

  private static Map<String, Object> share(String name, String idNumber, String share) {
    return Map.of(
        "name",
        name,
        "idNumber",
        idNumber,
        "relation",
        "FRIEND",
        "share",
        new java.math.BigDecimal(share));
  }

  private static Map<String, Object> heir(String relation, Member person) {
    return Map.of("name", "王小红", "idNumber", person.idNumber(), "relation", relation);
  }

  private static String paid(int no, Member person, String amount) {
    return no + " " + person.key().value() + " " + amount;
  }

  private List<String> payouts(String claim) {
    return sql.list(
        "select * from payout where source_id = ?::uuid order by payee_no",
        row -> row.text("payee_no") + " " + row.text("payee_key") + " " + row.text("amount"),
        claim);
  }
}
