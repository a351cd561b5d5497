package org.gonghui.aid.legalaid;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DeadlineResourceTest {

  @ParameterizedTest
  @CsvSource({
    "DECISION, 2017-09-28, 2017-10-13, 浙江省法律援助条例 §17",
    "DECISION, 2023-09-28, 2023-10-07, '法律援助法 §43, §68'",
    "LAWSUIT, 2017-09-20, 2017-10-09, '劳动争议调解仲裁法 §48, §50'",
    "ARBITRATION_LIMIT, 2016-02-29, 2017-02-28, 劳动争议调解仲裁法 §27"
  })
  void the_law_in_force_on_the_day_sets_the_time(
      String clock, String from, String lastDay, String law) {
    ask(Map.of("clock", clock, "from", from))
        .statusCode(200)
        .body("runs", equalTo(true))
        .body("lastDay", equalTo(lastDay))
        .body("source.source", equalTo("[LAW] " + law));
  }

  @Test
  void each_skipped_day_is_told_with_its_reason() {
    ask(Map.of("clock", "DECISION", "from", "2017-09-28"))
        .statusCode(200)
        .body("endsAt", equalTo("2017-10-13T16:00:00Z"))
        .body("skipped", hasSize(8))
        .body("skipped[0].day", equalTo("2017-10-01"))
        .body("skipped[0].why", equalTo("NOT_A_WORKING_DAY"));
  }

  @Test
  void owed_wages_have_no_limit_while_the_employment_lasts() {
    ask(Map.of("clock", "ARBITRATION_LIMIT", "from", "2015-05-04", "unpaidWages", true))
        .statusCode(200)
        .body("runs", equalTo(false))
        .body("lastDay", nullValue());
  }

  @Test
  void owed_wages_run_from_the_end_of_the_employment_and_an_interruption_starts_anew() {
    var ended =
        Map.of(
            "clock", "ARBITRATION_LIMIT",
            "from", "2015-05-04",
            "unpaidWages", true,
            "employmentEndedOn", "2016-03-01");
    ask(ended).statusCode(200).body("lastDay", equalTo("2017-03-01"));

    ask(Map.of("clock", "ARBITRATION_LIMIT", "from", "2016-03-01", "interruptedOn", "2016-06-15"))
        .statusCode(200)
        .body("lastDay", equalTo("2017-06-15"));
  }

  @Test
  void what_does_not_belong_to_the_clock_is_refused_with_a_pointer_each() {
    ask(Map.of(
            "clock", "LAWSUIT",
            "from", "2017-09-20",
            "interruptedOn", "2017-09-01",
            "employmentEndedOn", "2017-09-01"))
        .statusCode(400)
        .body(
            "errors.pointer",
            containsInAnyOrder("/interruptedOn", "/interruptedOn", "/employmentEndedOn"));
    ask(Map.of("clock", "TEA_BREAK", "from", "2017-02-30")).statusCode(400);
  }

  private static ValidatableResponse ask(Map<String, ?> question) {
    return given()
        .contentType("application/json")
        .body(question)
        .post("/api/aid/v1/deadline-calculations")
        .then();
  }
}
