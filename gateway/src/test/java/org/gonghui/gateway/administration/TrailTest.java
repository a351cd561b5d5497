package org.gonghui.gateway.administration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gonghui.gateway.stage.Knock.key;
import static org.gonghui.gateway.stage.Knock.plans;
import static org.gonghui.gateway.stage.Ops.HARMLESS;
import static org.gonghui.gateway.stage.Ops.MAKER;
import static org.gonghui.gateway.stage.Ops.decide;
import static org.gonghui.gateway.stage.Ops.get;
import static org.gonghui.gateway.stage.Ops.issue;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Ops;
import org.gonghui.gateway.stage.Stage;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class TrailTest {
  private static final Map<String, String> BECAUSE = Map.of("reason", "the contract is disputed");

  @Inject DataSource database;

  @Test
  void a_suspended_partners_keys_rest_until_it_is_resumed_and_the_trail_tells_it() {
    var made = issue(Ops.key(HARMLESS));
    var secret = made.extract().<String>path("secret");
    var partner = made.extract().<String>path("partnerId");
    awaitStatus(secret, 200);

    decide(MAKER, "/partners/" + partner + "/suspension", 0, BECAUSE)
        .statusCode(200)
        .body("status", equalTo("SUSPENDED"));
    awaitStatus(secret, 401);
    decide(MAKER, "/partners/" + partner + "/suspension", 1, BECAUSE)
        .spec(problem(Problems.ILLEGAL_TRANSITION));
    decide(MAKER, "/partners/" + partner + "/resumption", 1, BECAUSE).statusCode(200);

    awaitStatus(secret, 200);
    get(MAKER, "/acts?subject=" + partner)
        .body(
            "items.action",
            equalTo(List.of("partner-resumed", "partner-suspended", "partner-created")))
        .body("items[1].reason", equalTo("the contract is disputed"));
  }

  @Test
  void acts_come_in_pages_and_only_those_of_the_area() {
    var id = Ops.partner();

    var newest = get(MAKER, "/acts?limit=1").body("items", hasSize(1));
    get(MAKER, "/acts?limit=1&cursor=" + newest.extract().path("next"))
        .body("items[0]", not(equalTo(newest.extract().<Object>path("items[0]"))));
    // An empty JSON object, where a place in the trail should be.
    get(MAKER, "/acts?cursor=e30").statusCode(400);
    get(a(Role.OPS, "3307"), "/acts?subject=" + id).body("items", empty());
    get(a(Role.OFFICER, "3306"), "/acts").spec(problem(Problems.FORBIDDEN));
    get(MAKER, "/audit/verification").body("intact", equalTo(true));
  }

  @Test
  void the_gateways_own_role_cannot_rewrite_the_past() {
    for (var statement :
        List.of(
            "delete from audit_entry",
            "update audit_entry set actor = 'nobody'",
            "delete from partner_key",
            "delete from partner",
            "delete from key_usage",
            "truncate quota_use")) {
      assertThatThrownBy(() -> execute(statement)).as(statement).isInstanceOf(SQLException.class);
    }
  }

  private static void awaitStatus(String secret, int status) {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> Knock.get(plans(), key(secret)).status() == status);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
