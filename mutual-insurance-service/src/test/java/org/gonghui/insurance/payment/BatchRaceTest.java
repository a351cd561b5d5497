package org.gonghui.insurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gonghui.insurance.payout.PayoutFixture.BASE;
import static org.gonghui.insurance.payout.PayoutFixture.finance;
import static org.gonghui.insurance.payout.PayoutFixture.freshArea;
import static org.gonghui.insurance.payout.PayoutFixture.keyed;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchRaceTest {
  @Inject PayoutFixture payouts;
  @Inject DataSource database;

  @BeforeEach
  void the_fund_has_money() {
    payouts.fill("50000000.00");
  }

  @Test
  void batches_built_at_once_share_no_payout() throws Exception {
    var area = freshArea();
    var claim = payouts.grant(area, Collections.nCopies(40, "1.00").toArray(String[]::new));
    Callable<Integer> building =
        () ->
            keyed(finance(area))
                .body("{\"limit\":15}")
                .post(BASE + "/payment-batches")
                .then()
                .extract()
                .statusCode();

    try (var threads = Executors.newFixedThreadPool(6)) {
      var answers = threads.invokeAll(Collections.nCopies(6, building));

      assertThat(answers).extracting(one -> one.get()).containsOnly(201, 422);
    }
    payouts.build(area);
    assertThat(payouts.statuses(claim)).containsOnly("BATCHED");
    var attempts =
        "select count(%s) as n from payout_attempt t join payout p on p.id = t.payout_id"
            + " where p.source_id = ?";
    assertThat(payouts.count(attempts.formatted("*"), claim)).isEqualTo(40);
    assertThat(payouts.count(attempts.formatted("distinct t.payout_id"), claim)).isEqualTo(40);
  }

  @Test
  void a_crash_while_building_leaves_nothing_half_built() throws Exception {
    var area = freshArea();
    var claim = payouts.grant(area, "10.00", "20.00");
    var before = payouts.fund();

    try (var blocker = database.getConnection();
        var threads = Executors.newSingleThreadExecutor()) {
      blocker.setAutoCommit(false);
      blocker.createStatement().execute("select * from fund for update");
      var building = threads.submit(() -> payouts.build(area).extract().statusCode());
      await().atMost(Duration.ofSeconds(30)).until(() -> kill() == 1);
      blocker.rollback();
      assertThat(building.get()).isIn(500, 503);
    }

    assertThat(payouts.statuses(claim)).containsOnly("READY");
    assertThat(payouts.fund())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(before);
    assertThat(payouts.count("select count(*) as n from payment_batch where area = ?", area))
        .isZero();
    payouts.build(area).statusCode(201);
  }

  /** Ends the session that waits for the fund, as a killed server would. */
  private int kill() throws Exception {
    try (var admin = TestPostgres.admin();
        var ended =
            admin
                .createStatement()
                .executeQuery(
                    """
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where wait_event_type = 'Lock' and query like '%update fund%'
                    """)) {
      ended.next();
      return ended.getInt(1);
    }
  }
}
