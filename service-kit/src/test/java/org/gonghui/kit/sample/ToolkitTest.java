package org.gonghui.kit.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.testing.TestClock;
import org.gonghui.kit.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ToolkitTest {
  private static final Instant NOON = Instant.parse("2017-06-01T04:00:00Z");

  @Inject DataSource database;
  @Inject TestClock clock;

  @AfterEach
  void let_the_clock_run() {
    clock.run();
  }

  @Test
  void a_token_of_the_gateway_opens_the_endpoint_of_its_role() {
    clock.stopAt(NOON);
    clock.advance(Duration.ofMinutes(5));

    anOfficer("330602")
        .request()
        .get("/api/kit/v1/hours")
        .then()
        .statusCode(200)
        .body("at", equalTo("2017-06-01T04:05:00Z"))
        .body("to", equalTo("officer.330602"))
        .body("area", equalTo("330602"));
  }

  @Test
  void another_role_is_refused() {
    a(Role.MEMBER, "3306").request().get("/api/kit/v1/hours").then().statusCode(403);
  }

  @Test
  void a_token_for_another_service_an_old_one_or_one_of_another_key_is_refused() {
    var officer = anOfficer("3306");
    var now = Instant.now();
    var otherKey = "b3RoZXIta2V5LW9mLXRoZS1nYXRld2F5LTMyLWJ5dGU=";

    refused(TestTokens.of(officer, "another-service"));
    refused(TestTokens.signed(officer, "kit", now.minusSeconds(3600), TestTokens.KEY));
    refused(TestTokens.signed(officer, "kit", now, otherKey));
    given().get("/api/kit/v1/hours").then().statusCode(401);
  }

  @Test
  void the_application_reads_and_writes_rows_and_owns_no_table() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThat(statement.executeQuery("select count(*) from outbox").next()).isTrue();
      assertThatThrownBy(() -> statement.execute("drop table outbox"))
          .hasMessageContaining("must be owner");
    }
  }

  @Test
  void a_refusal_is_named_by_its_type() {
    assertThatProblem(() -> Money.of("1.234")).is(Money.INVALID_AMOUNT).because("string");
  }

  private static void refused(String token) {
    given().auth().oauth2(token).get("/api/kit/v1/hours").then().statusCode(401);
  }
}
