package org.gonghui.kit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.job.Counting.Plan;
import org.gonghui.kit.job.JobView.State;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobTest {
  private static final String JOBS = "/api/kit/v1/jobs/";
  private static final TestCaller OPS = a(Role.OPS, "3306");

  @Inject Jobs jobs;
  @Inject JobRunner runner;
  @Inject DataSource database;

  @Test
  void a_job_takes_its_steps_in_order_and_tells_how_far_it_is() throws SQLException {
    var name = aName();

    var id = start(name, 3);

    assertThat(endOf(id).state()).isEqualTo(State.SUCCEEDED);
    assertThat(numbers(name)).containsExactly(1, 2, 3);
    OPS.request()
        .get(JOBS + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("SUCCEEDED"))
        .body("done", equalTo(3))
        .body("total", equalTo(3))
        .body("counts.written", equalTo(3));
  }

  @Test
  void one_job_of_a_kind_and_key_is_active_at_a_time() {
    var name = aName();
    var gate = gate(name);

    var first = start(name, 1);
    var second = start(name, 1);
    gate.release();

    assertThat(second).isEqualTo(first);
    assertThat(endOf(first).state()).isEqualTo(State.SUCCEEDED);
    gate.release();
    assertThat(start(name, 1)).isNotEqualTo(first);
  }

  @Test
  void a_step_that_fails_is_undone_and_taken_again() throws SQLException {
    var name = aName();
    Counting.FAILURES_LEFT.put(name, 2);

    var id = start(name, 2);

    assertThat(endOf(id).state()).isEqualTo(State.SUCCEEDED);
    assertThat(numbers(name)).containsExactly(1, 2);
  }

  @Test
  void a_refusal_ends_the_job_with_its_reason() throws SQLException {
    var name = aName();

    var id = start(name, -1);

    var end = endOf(id);
    assertThat(end.state()).isEqualTo(State.FAILED);
    assertThat(end.errors()).extracting("code").containsExactly("INVALID_REQUEST");
    assertThat(Counting.STOPPED).containsKey(name);
    assertThat(numbers(name)).isEmpty();
  }

  @Test
  void cancelling_undoes_the_step_under_way_and_keeps_the_finished_ones() throws SQLException {
    var name = aName();
    var gate = gate(name);
    gate.release();
    var id = start(name, 3);
    await().until(() -> jobs.find(id).orElseThrow().done() == 1);
    await().until(gate::hasQueuedThreads);

    cancel(OPS, id).statusCode(200).body("state", equalTo("CANCELLED"));
    gate.release();

    await().until(() -> !gate.hasQueuedThreads());
    cancel(OPS, id).statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
    await().pollDelay(Duration.ofMillis(300)).until(() -> numbers(name).equals(List.of(1)));
    assertThat(Counting.STOPPED).containsKey(name);
  }

  @Test
  void a_run_that_was_taken_for_dead_commits_nothing_more() throws Exception {
    var name = aName();
    var gate = gate(name);
    var id = start(name, 2);
    await().until(gate::hasQueuedThreads);

    var other = Thread.ofVirtual().start(() -> runner.run(id, () -> false));
    await().until(() -> gate.getQueueLength() == 2);
    gate.release(10);
    other.join();

    assertThat(endOf(id).state()).isEqualTo(State.SUCCEEDED);
    assertThat(numbers(name)).containsExactly(1, 2);
  }

  @Test
  void what_a_killed_process_held_is_taken_up_again() throws SQLException {
    var name = aName();
    var gate = gate(name);
    var id = start(name, 2);
    await().until(gate::hasQueuedThreads);

    // As a killed process leaves it: picked by nobody alive, the heart silent for an hour.
    sql(
        "update scheduled_tasks set picked_by = 'gone', version = version + 1,"
            + " last_heartbeat = now() - interval '1 hour' where task_instance = '"
            + id
            + "'");
    await().atMost(Duration.ofSeconds(60)).until(() -> gate.getQueueLength() == 2);
    gate.release(10);

    assertThat(endOf(id).state()).isEqualTo(State.SUCCEEDED);
    assertThat(numbers(name)).containsExactly(1, 2);
  }

  @Test
  void a_job_that_was_rolled_back_never_runs() throws SQLException {
    var name = aName();

    QuarkusTransaction.begin();
    var id = jobs.start("counting", name, "330602001", new Plan(name, 1));
    QuarkusTransaction.rollback();

    assertThat(jobs.find(id)).isEmpty();
    assertThat(numbers(name)).isEmpty();
  }

  @Test
  void progress_is_followed_until_the_end() {
    var name = aName();
    var gate = gate(name);
    var id = start(name, 1);
    Thread.ofVirtual().start(() -> release(gate));

    OPS.request()
        .get(JOBS + id + "/progress")
        .then()
        .statusCode(200)
        .body(containsString("\"RUNNING\""))
        .body(containsString("\"SUCCEEDED\""));
  }

  @Test
  void operations_list_the_jobs_of_their_area_the_newest_first() {
    var earlier = start(aName(), 1);
    endOf(earlier);
    var name = aName();
    var gate = gate(name);
    var running = start(name, 1);
    await().until(gate::hasQueuedThreads);

    assertThat(listed(OPS, "?limit=200")).containsSubsequence(text(running), text(earlier));
    assertThat(listed(OPS, "?limit=200&unfinished=true"))
        .contains(text(running))
        .doesNotContain(text(earlier));
    var first = OPS.request().get("/api/kit/v1/jobs?limit=1").jsonPath();
    assertThat(listed(OPS, "?limit=1&cursor=" + first.getString("next")))
        .doesNotContain(first.getString("items[0].id"));
    assertThat(listed(a(Role.OFFICER, "330681"), "")).doesNotContain(text(running));
    a(Role.MEMBER, "3306").request().get("/api/kit/v1/jobs").then().statusCode(403);
    gate.release();
    endOf(running);
  }

  @Test
  void others_do_not_see_it() {
    var id = start(aName(), 1);

    for (var stranger : List.of(a(Role.MEMBER, "330602001"), a(Role.OFFICER, "330681"))) {
      stranger.request().get(JOBS + id).then().statusCode(404);
      stranger.request().get(JOBS + id + "/progress").then().statusCode(404);
      cancel(stranger, id).statusCode(404);
    }
  }

  private static List<String> listed(TestCaller caller, String query) {
    var answer = caller.request().get("/api/kit/v1/jobs" + query);
    answer.then().statusCode(200);
    return answer.jsonPath().getList("items.id");
  }

  private static String text(UUID id) {
    return id.toString();
  }

  private UUID start(String name, int bound) {
    return QuarkusTransaction.requiringNew()
        .call(() -> jobs.start("counting", name, "330602001", new Plan(name, bound)));
  }

  private JobView endOf(UUID id) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> jobs.find(id).orElseThrow(), job -> job.state().isFinal());
  }

  private static ValidatableResponse cancel(TestCaller caller, UUID id) {
    return caller.request().post(JOBS + id + "/cancellation").then();
  }

  private static String aName() {
    return UUID.randomUUID().toString();
  }

  private static Semaphore gate(String name) {
    var gate = new Semaphore(0);
    Counting.GATES.put(name, gate);
    return gate;
  }

  private static void release(Semaphore gate) {
    await().until(gate::hasQueuedThreads);
    await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    gate.release();
  }

  private List<Integer> numbers(String name) throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("select number from counted where name = ?")) {
      query.setString(1, name);
      var numbers = new ArrayList<Integer>();
      for (var rows = query.executeQuery(); rows.next(); ) {
        numbers.add(rows.getInt(1));
      }
      return numbers;
    }
  }

  private void sql(String update) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(update)).isEqualTo(1);
    }
  }
}
