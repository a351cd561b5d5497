package org.gonghui.insurance.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.submit;
import static org.gonghui.insurance.batch.Rosters.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at once, and large files as jobs. */
@QuarkusTest
class RosterRacesTest {
  private static final int YEAR = 2017;

  private final Sql sql;
  private final PersonKeys keys;

  RosterRacesTest(Sql sql, PersonKeys keys) {
    this.sql = sql;
    this.keys = keys;
  }

  @BeforeEach
  void a_backfilled_year_runs() {
    Rosters.backfillYear(YEAR);
  }

  @Test
  void the_same_bytes_ten_times_at_once_make_one_batch() throws Exception {
    var employer = employer(YEAR, 20);
    var csv = people(20);

    var answers =
        atOnce(
            IntStream.range(0, 10)
                .mapToObj(_ -> (Callable<Response>) () -> upload(employer, YEAR, csv))
                .toList());

    assertThat(answers).extracting(Response::statusCode).containsOnly(200, 202);
    assertThat(answers)
        .extracting(answer -> answer.<String>path("id"))
        .containsOnly(answers.getFirst().<String>path("id"));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSize(1);
  }

  @Test
  void fifty_rosters_with_the_same_person_make_one_live_enrolment() throws Exception {
    var shared = person();
    var work = new ArrayList<Callable<Response>>();
    for (var i = 0; i < 50; i++) {
      var employer = employer(YEAR, 2);
      var checked =
          upload(employer, YEAR, header() + "王小明," + shared.number() + "\n李四," + person().number());
      checked.then().statusCode(202);
      work.add(() -> submit(employer, checked));
    }

    var answers = atOnce(work);

    assertThat(answers).extracting(Response::statusCode).containsOnly(202);
    assertThat(live(shared)).isEqualTo(1);
    assertThat(answers)
        .filteredOn(answer -> answer.<Integer>path("counts.applied") == 2)
        .hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.<Integer>path("counts.applied") == 1)
        .hasSize(49)
        .allSatisfy(answer -> assertThat(answer.<Integer>path("counts.rejected")).isEqualTo(1));
  }

  @Test
  void a_large_roster_is_checked_and_applied_by_jobs_and_its_counts_add_up() {
    var rows = 12_500;
    var employer = employer(YEAR, rows);
    var csv = people(rows) + "\n,123\n";

    var uploaded = upload(employer, YEAR, csv);
    uploaded.then().statusCode(202);
    var checked = await(employer, uploaded.path("id"), "CHECKED");
    assertThat(checked.<Integer>path("counts.valid")).isEqualTo(rows);
    submit(employer, checked).then().statusCode(202);
    var done = await(employer, uploaded.path("id"), "APPLIED");

    assertThat(done.<Integer>path("counts.total")).isEqualTo(rows + 1);
    assertThat(done.<Integer>path("counts.applied")).isEqualTo(rows);
    assertThat(done.<Integer>path("counts.rejected")).isEqualTo(1);
    assertThat(
            count(
                "select count(*)::int as n from enrolment where batch_id = ?",
                UUID.fromString(uploaded.path("id"))))
        .isEqualTo(rows);
  }

  @Test
  void an_application_cancelled_on_its_way_leaves_every_row_applied_skipped_or_rejected() {
    var rows = 6_000;
    var employer = employer(YEAR, rows);
    var uploaded = upload(employer, YEAR, people(rows) + "\n,123\n");
    var checked = await(employer, uploaded.path("id"), "CHECKED");
    var submitted = submit(employer, checked);

    clerk(employer)
        .request()
        .post(BASE + "/jobs/" + submitted.path("jobId") + "/cancellation")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 409));

    var done = await(employer, uploaded.path("id"), "APPLIED");
    int applied = done.path("counts.applied");
    int skipped = done.path("counts.skipped");
    assertThat(applied + skipped).isEqualTo(rows);
    assertThat(done.<Integer>path("counts.rejected")).isEqualTo(1);
    var id = UUID.fromString(uploaded.path("id"));
    assertThat(count("select count(*)::int as n from enrolment where batch_id = ?", id))
        .isEqualTo(applied);
    assertThat(
            count(
                "select coalesce(sum(heads), 0)::int as n from contribution_due where batch_id = ?",
                id))
        .isEqualTo(applied);
  }

  @Test
  void a_dry_run_changes_no_enrolment_due_or_event() {
    var employer = employer(YEAR, 5);
    var before = state();

    upload(employer, YEAR, people(5)).then().statusCode(202);

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void people_enrolled_here_already_are_skipped_in_a_supplementary_roster() {
    var employer = employer(YEAR, 3);
    var csv = people(3);
    applied(employer, YEAR, csv).then().statusCode(202);

    var again = upload(employer, YEAR, csv + "\n王五," + person().number());

    assertThat(again.<Integer>path("counts.skipped")).isEqualTo(3);
    assertThat(again.<Integer>path("counts.valid")).isEqualTo(1);
  }

  private List<Integer> state() {
    return List.of(
        count("select count(*)::int as n from enrolment"),
        count("select count(*)::int as n from contribution_due"),
        count("select count(*)::int as n from outbox"));
  }

  private int live(CitizenId person) {
    return count(
        "select count(*)::int as n from enrolment where person_key = ? and plan_year = 2017"
            + " and status not in ('WITHDRAWN', 'LAPSED')",
        keys.of(person));
  }

  private int count(String query, Object... arguments) {
    return sql.list(query, row -> row.number("n"), arguments).getFirst();
  }

  private static Response await(CreditCode employer, String id, String status) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> clerk(employer).request().get(BASE + "/enrolment-batches/" + id),
            answer -> status.equals(answer.path("status")));
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(work.size())) {
      var running =
          work.stream()
              .map(
                  one ->
                      threads.submit(
                          () -> {
                            start.await();
                            return one.call();
                          }))
              .toList();
      start.countDown();
      var results = new ArrayList<T>();
      for (var one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
