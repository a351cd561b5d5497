package org.gonghui.insurance.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.batch.Rosters.submit;
import static org.gonghui.insurance.batch.Rosters.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.gonghui.kit.testing.TestCaller;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Prints how fast a roster goes through; {@code -Drows=300000} for the real size. */
@QuarkusTest
class RosterSpeedTest {
  private static final int YEAR = 2017;
  private static final Logger LOG = Logger.getLogger(RosterSpeedTest.class);

  @Test
  void a_roster_is_checked_and_applied_whole() {
    Rosters.backfillYear(YEAR);
    var rows = Integer.getInteger("rows", 20_000);
    var employer = employer(YEAR, rows);
    var csv = people(rows);

    var start = System.nanoTime();
    var uploaded = upload(employer, YEAR, csv);
    var checked = await(clerk(employer), uploaded.path("id"), "CHECKED");
    var middle = System.nanoTime();
    submit(employer, checked);
    var applied = await(clerk(employer), uploaded.path("id"), "APPLIED");
    var end = System.nanoTime();

    LOG.infof(
        "%d rows: check %d rows/s, apply %d rows/s",
        rows, rows * 1_000_000_000L / (middle - start), rows * 1_000_000_000L / (end - middle));
    assertThat(applied.<Integer>path("counts.applied")).isEqualTo(rows);
  }

  private static Response await(TestCaller clerk, String id, String status) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> clerk.request().get(BASE + "/enrolment-batches/" + id),
            answer -> status.equals(answer.path("status")));
  }
}
