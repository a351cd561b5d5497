package org.gonghui.insurance.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.submit;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gonghui.insurance.batch.BatchProblems;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.testing.TestCaller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A roster beside last year's, and the reasons of those who left. */
@QuarkusTest
class RosterDiffTest {
  private static final int LAST = 2003;
  private static final int THIS = 2004;

  private final Arrivals arrivals;
  private final PersonKeys keys;
  private CreditCode employer;

  RosterDiffTest(Arrivals arrivals, PersonKeys keys) {
    this.arrivals = arrivals;
    this.keys = keys;
  }

  @BeforeEach
  void two_years_are_open() {
    Rosters.backfillYear(LAST);
    Rosters.backfillYear(THIS);
    employer = employer(LAST, 5);
    Rosters.headcount(employer, THIS, 1);
  }

  @Test
  void everybody_of_either_year_joined_left_changed_or_stayed() {
    var stays = person();
    var changes = person();
    var leaves = person();
    var dies = person();
    enrolLastYear(stays, changes, leaves, dies);
    arrivals.run(
        "insert into union_paid_mark (person_key, file_id) values (?, gen_random_uuid())",
        keys.of(changes));
    arrivals.run(
        "update person set died_on = date '2003-12-01' where person_key = ?", keys.of(dies));
    var joins = person();

    var checked = upload(employer, THIS, roster(stays, changes, joins));

    clerk(employer)
        .request()
        .get(path(checked, "diff"))
        .then()
        .statusCode(200)
        .body("joined", equalTo(1))
        .body("left", equalTo(2))
        .body("changed", equalTo(1))
        .body("unchanged", equalTo(1));
    assertThat(kinds(checked, ""))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                key(stays), "UNCHANGED",
                key(changes), "CHANGED",
                key(joins), "JOINED",
                key(leaves), "LEFT",
                key(dies), "LEFT"));
    assertThat(kinds(checked, "&kind=LEFT").keySet()).containsOnly(key(leaves), key(dies));
    assertThat(reason(checked, dies)).isEqualTo("DIED");
    assertThat(reason(checked, leaves)).isNull();
  }

  @Test
  void nobody_is_submitted_without_a_reason_for_each_who_left() {
    var stays = person();
    var leaves = person();
    var other = person();
    enrolLastYear(stays, leaves, other);
    var checked = upload(employer, THIS, roster(stays));
    submit(employer, checked, "HEADCOUNT_DROP")
        .then()
        .spec(problem(BatchProblems.LEAVER_REASON_MISSING))
        .body("missing", equalTo(2));

    give(clerk(employer), checked, leaves, "RETIRED").then().statusCode(200);
    submit(employer, checked, "HEADCOUNT_DROP").then().body("missing", equalTo(1));
    give(clerk(employer), checked, other, "DECLINED").then().statusCode(200);

    assertThat(reason(checked, leaves)).isEqualTo("RETIRED");
    submit(employer, checked, "HEADCOUNT_DROP").then().statusCode(202);
  }

  @Test
  void a_reason_is_taken_only_for_somebody_who_left() {
    var stays = person();
    var leaves = person();
    enrolLastYear(stays, leaves);
    var checked = upload(employer, THIS, roster(stays));

    give(clerk(employer), checked, stays, "RESIGNED")
        .then()
        .spec(problem(BatchProblems.NOT_A_LEAVER))
        .body("errors.pointer", hasItem("/reasons/0/personKey"));
    give(clerk(employer), checked, leaves, "BORED").then().statusCode(400);
    give(clerk(employer(LAST, 1)), checked, leaves, "RESIGNED").then().statusCode(404);
    give(anOfficer("330681"), checked, leaves, "RESIGNED").then().statusCode(404);
  }

  @Test
  void who_moved_during_last_year_belongs_to_the_new_employers_roster() {
    var moved = person();
    enrolLastYear(moved);
    var second = employer(LAST, 1);
    Rosters.headcount(second, THIS, 1);
    arrivals.run(
        """
        insert into transfer (id, enrolment_id, batch_id, row_no, employer, area, from_area,
          moved_on, status, maker, created_at)
        select gen_random_uuid(), id, gen_random_uuid(), 2, ?, area, area, date '2003-06-01',
          'APPROVED', 'officer', now() from enrolment where person_key = ?
        """,
        second,
        keys.of(moved));

    var checked = upload(second, THIS, roster(moved));

    clerk(second).request().get(path(checked, "diff")).then().body("unchanged", equalTo(1));
    var old = upload(employer, THIS, roster(person()));
    clerk(employer).request().get(path(old, "diff")).then().body("left", equalTo(0));
  }

  private void enrolLastYear(CitizenId... people) {
    Rosters.headcount(employer, LAST, people.length);
    applied(employer, LAST, roster(people)).then().statusCode(202);
  }

  private static String roster(CitizenId... people) {
    return header()
        + Stream.of(people)
            .map(person -> "王小明," + person.number())
            .collect(Collectors.joining("\n"));
  }

  private Response give(TestCaller who, Response batch, CitizenId person, String reason) {
    return who.request()
        .header("If-Match", batch.header("ETag"))
        .body(Map.of("reasons", List.of(Map.of("personKey", key(person), "reason", reason))))
        .put(path(batch, "leaver-reasons"));
  }

  /** Read in pages of two, as a list of any length is. */
  private Map<String, String> kinds(Response batch, String filter) {
    var kinds = new HashMap<String, String>();
    String cursor = null;
    do {
      var page = people(batch, filter, cursor);
      page.<List<Map<String, String>>>path("items")
          .forEach(one -> kinds.put(one.get("personKey"), one.get("kind")));
      cursor = page.path("next");
    } while (cursor != null);
    return kinds;
  }

  private Response people(Response batch, String filter, @Nullable String cursor) {
    var more = cursor == null ? "" : "&cursor=" + cursor;
    return clerk(employer).request().get(path(batch, "diff/people?limit=2" + filter + more));
  }

  private @Nullable String reason(Response batch, CitizenId person) {
    return clerk(employer)
        .request()
        .get(path(batch, "diff/people?kind=LEFT"))
        .path("items.find { it.personKey == '%s' }.reason".formatted(key(person)));
  }

  private String key(CitizenId person) {
    return keys.of(person).value();
  }

  private static String path(Response batch, String what) {
    return BASE + "/enrolment-batches/" + batch.path("id") + "/" + what;
  }
}
