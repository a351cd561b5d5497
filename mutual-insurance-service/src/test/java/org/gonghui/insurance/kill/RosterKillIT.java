package org.gonghui.insurance.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.await;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.people;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/**
 * A service killed twice in the middle of a roster's check and of another's application ends like
 * one that ran undisturbed. Obstacles in the database stop it inside of a portion, so that each
 * kill comes at the same row whatever the machine does.
 */
class RosterKillIT {
  private static final int CALM = 2017;
  private static final int KILLED = 2014;
  private static final int LARGE = 25_000;
  private static final int SMALL = 5_000;
  private static final String ROW_STATES =
      """
      select concat_ws(' ', row_no, person_key, status, codes, marks, first_row, union_paid)
      from enrolment_row where batch_id = ?::uuid
      """;
  private static final String ENROLMENTS =
      """
      select concat_ws(' ', person_key, row_no, status, split_code, employer, area, renewed)
      from enrolment where batch_id = ?::uuid
      """;
  private static final String BATCH =
      """
      select concat_ws(' ', status, rows_total, rows_valid, rows_applied, rows_skipped,
        rows_rejected, payable, union_share, warnings, (select concat_ws(' ', count(*), sum(heads),
          sum(payable)) from contribution_due d where d.batch_id = b.id),
        (select count(*) from roster_part p where p.batch_id = b.id),
        (select count(*) from outbox o where o.key = b.id::text))
      from enrolment_batch b where id = ?::uuid
      """;

  private final TestPostgres.Database database = TestPostgres.freshDatabase();

  @Test
  void a_service_killed_in_check_and_apply_ends_like_one_that_ran_undisturbed() {
    try (var service = new ServiceProcess(database)) {
      Rosters.backfillYear(CALM);
      Rosters.backfillYear(KILLED);
      var checking = new Roster(employerOfBothYears(LARGE), people(LARGE));
      var applying = new Roster(employerOfBothYears(SMALL), withFaults(people(SMALL)));
      var calmCheck = checking.upload(CALM);
      var calmApply = applying.upload(CALM);
      await(checking.employer(), calmCheck, "CHECKED");
      applying.submit(calmApply);
      await(applying.employer(), calmApply, "APPLIED");

      var killedApply = applying.upload(KILLED);
      var killedCheck = checking.upload(KILLED);
      try (var first = new Obstacles(killedCheck, 13_000, killedApply, 1_500);
          var second = new Obstacles(killedCheck, 23_000, killedApply, 3_500)) {
        applying.submit(killedApply);
        for (var obstacles : List.of(first, second)) {
          awaitBlocked();
          service.kill();
          obstacles.close();
          service.startAgain();
        }
      }
      await(checking.employer(), killedCheck, "CHECKED");
      await(applying.employer(), killedApply, "APPLIED");

      assertSame(calmCheck, killedCheck);
      assertSame(calmApply, killedApply);
      assertCountsAddUp(killedApply);
      assertThat(lines("select run::text from job where business_key = ?", killedCheck))
          .containsExactlyInAnyOrder("3");
      assertThat(lines("select run::text from job where business_key = ?", killedApply))
          .contains("3");
    }
  }

  private static CreditCode employerOfBothYears(int payroll) {
    var employer = employer(CALM, payroll);
    Rosters.headcount(employer, KILLED, payroll);
    return employer;
  }

  private void assertSame(String calm, String killed) {
    for (var query : List.of(ROW_STATES, ENROLMENTS, BATCH)) {
      assertThat(lines(query, killed)).isEqualTo(lines(query, calm));
    }
  }

  private void assertCountsAddUp(String batch) {
    assertThat(
            lines(
                "select rows_applied || ' ' || rows_rejected || ' ' || (rows_total ="
                    + " rows_applied + rows_skipped + rows_rejected) from enrolment_batch"
                    + " where id = ?::uuid",
                batch))
        .containsExactly("4950 51 true");
  }

  /** Both jobs stand inside of a portion. */
  private void awaitBlocked() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                lines(
                        "select pid::text from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and state = 'active' and usename = ?",
                        database.applicationRole())
                    .size(),
            waiting -> waiting == 2);
  }

  /** A row each in the way of the check and of the application. */
  private final class Obstacles implements AutoCloseable {
    private final List<Obstacle> both = new ArrayList<>();

    Obstacles(String checkBatch, int checkRow, String applyBatch, int applyRow) {
      both.add(
          Obstacle.of(
              database,
              "insert into enrolment_row (batch_id, row_no, status, original)"
                  + " values (?, ?, 'VALID', '')",
              UUID.fromString(checkBatch),
              checkRow));
      both.add(
          Obstacle.of(
              database,
              """
              insert into enrolment (id, plan_code, plan_year, person_key, status, cover_from,
                cover_until, split_code, employer, area, batch_id, row_no, due_id, created_at)
              select gen_random_uuid(), 'MEDICAL', ?, person_key, 'PAID', '2014-01-01',
                '2015-01-01', 'DEFAULT', 'nobody', '3306', gen_random_uuid(), 1, gen_random_uuid(),
                now()
              from enrolment_row where batch_id = ? and row_no >= ? and status = 'VALID'
              order by row_no limit 1
              """,
              KILLED,
              UUID.fromString(applyBatch),
              applyRow));
    }

    @Override
    public void close() {
      both.forEach(Obstacle::close);
      both.clear();
    }
  }

  /** One file of one employer, sent for either year. */
  private record Roster(CreditCode employer, String csv) {
    String upload(int year) {
      var uploaded = Rosters.upload(employer, year, csv);
      uploaded.then().statusCode(202);
      return uploaded.path("id");
    }

    void submit(String batch) {
      var checked = Rosters.await(employer, batch, "CHECKED");
      Rosters.submit(employer, checked).then().statusCode(202);
    }
  }

  /** Every hundredth number is spoilt, and one person comes twice. */
  private static String withFaults(String csv) {
    var lines = csv.lines().toList();
    return header()
        + java.util.stream.IntStream.range(1, lines.size())
            .mapToObj(i -> i % 100 == 0 ? lines.get(i).substring(0, 12) : lines.get(i))
            .collect(Collectors.joining("\n"))
        + "\n"
        + lines.get(1);
  }

  private List<String> lines(String query, String argument) {
    try (var connection = TestPostgres.admin(name());
        var statement = connection.prepareStatement(query)) {
      statement.setString(1, argument);
      try (var rows = statement.executeQuery()) {
        var lines = new ArrayList<String>();
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
        lines.sort(null);
        return lines;
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private String name() {
    return database.applicationRole();
  }
}
