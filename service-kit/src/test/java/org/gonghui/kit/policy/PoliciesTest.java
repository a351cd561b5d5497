package org.gonghui.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;
import static org.gonghui.kit.testing.TestCaller.aCaller;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gonghui.kit.money.Money;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PoliciesTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2017, 1, 1);
  private static final LocalDate SUMMER = LocalDate.of(2017, 7, 1);

  @Inject Policies policies;
  @Inject DataSource database;
  private final String code = "fee-" + UUID.randomUUID();

  @Test
  void each_day_has_the_version_that_was_in_force_then() {
    var _ = policies.record(code, NEW_YEAR, "[DEF]", new Fee(Money.of("60.00"), 30));
    var _ = policies.record(code, SUMMER, "[SX]", new Fee(Money.of("80.00"), 20));

    assertThat(policies.inForce(code, SUMMER.minusDays(1), Fee.class).amount())
        .isEqualTo(Money.of("60.00"));
    assertThat(policies.inForce(code, SUMMER, Fee.class)).isEqualTo(new Fee(Money.of("80.00"), 20));
    assertThat(policies.list(code)).extracting(PolicyVersion::no).containsExactly(2, 1);
    assertThatProblem(() -> policies.inForce(code, NEW_YEAR.minusDays(1), Fee.class))
        .is(Policies.POLICY_MISSING);
  }

  @Test
  void a_version_cannot_begin_before_the_last_one() {
    var _ = policies.record(code, SUMMER, "[DEF]", new Fee(Money.ZERO, 0));

    assertThatProblem(() -> policies.record(code, NEW_YEAR, "[DEF]", new Fee(Money.ZERO, 0)))
        .is(Policies.POLICY_OVERLAPS);
  }

  @Test
  void recorded_at_once_only_one_wins() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<PolicyVersion> record =
          () -> policies.record(code, NEW_YEAR, "[DEF]", new Fee(Money.ZERO, 0));
      var won = 0;
      for (var each : IntStream.range(0, 8).mapToObj(_ -> threads.submit(record)).toList()) {
        try {
          won += each.get().no();
        } catch (ExecutionException refused) {
          assertThatProblem(
                  () -> {
                    throw refused.getCause();
                  })
              .is(Policies.POLICY_OVERLAPS);
        }
      }

      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void the_database_itself_refuses_change_and_overlap() {
    var _ = policies.record(code, NEW_YEAR, "[DEF]", new Fee(Money.ZERO, 0));

    assertThatThrownBy(() -> sql("update policy_version set content = '{}' where code = '%s'"))
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> sql("delete from policy_version where code = '%s'"))
        .hasMessageContaining("never changed");
    assertThatThrownBy(
            () ->
                sql(
                    "insert into policy_version values"
                        + " ('%s', 9, '2017-05-01', null, 'x', '{}', now(), 'x')"))
        .hasMessageContaining("conflicting key value");
  }

  @Test
  void everybody_known_may_read_the_rules() {
    var _ = policies.record(code, NEW_YEAR, "[SX]", new Fee(Money.of("60.00"), 30));

    aCaller()
        .request()
        .get("/api/kit/v1/policies?asOf=2017-03-01&code=" + code)
        .then()
        .statusCode(200)
        .body("source", contains("[SX]"))
        .body("values.amount", contains("60.00"));
    RestAssured.get("/api/kit/v1/policies").then().statusCode(401);
  }

  private void sql(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(code));
    }
  }

  record Fee(Money amount, int days) {}
}
