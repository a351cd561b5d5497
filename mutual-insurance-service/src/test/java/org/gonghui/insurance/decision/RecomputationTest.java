package org.gonghui.insurance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.review.Filing.REVIEWER;
import static org.gonghui.insurance.review.Filing.act;
import static org.gonghui.insurance.review.Filing.inReview;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.sql.Sql;
import org.junit.jupiter.api.Test;

/** What is stored of decisions, and what limits they leave to the next. */
@QuarkusTest
class RecomputationTest {
  @Inject City city;
  @Inject Sql sql;
  @Inject Decisions decisions;

  @Test
  void every_stored_decision_gives_the_same_bytes_again() {
    var member = city.member();
    var ill = stay("V-1", "8765.43");
    ill.putAll(Map.of("diagnoses", List.of("C34.1"), "firstDiagnosis", true));
    hospital()
        .request()
        .body(settlement("V-1", member, ill))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
    var id = inReview(member, "V-2", "430.00");
    act(REVIEWER, id, 1, "fact-corrections", corrected("V-2", "48000.00")).statusCode(200);

    var stored =
        sql.list(
            "select claim_id, no from decision",
            row -> Map.entry(row.uuid("claim_id"), row.number("no")));

    assertThat(stored).hasSizeGreaterThanOrEqualTo(4);
    assertThat(stored).allMatch(d -> decisions.isReproduced(d.getKey(), d.getValue()));
  }

  @Test
  void a_limit_counts_all_that_was_granted_before_also_after_a_correction() {
    var member = city.member();
    sql.update(
        "insert into accumulator (person_key, plan_year, limit_code, limit_value, used)"
            + " values (?, 2017, 'HOSPITAL_AMOUNT', 50000, 49000)",
        member.key());
    var first = inReview(member, "V-3", "1500.00");
    var second = inReview(member, "V-4", "1500.00");

    act(REVIEWER, first, 1, "fact-corrections", corrected("V-3", "2500.00")).statusCode(200);
    act(REVIEWER, first, 2, "approval", "").statusCode(200).body("granted", equalTo("900.00"));
    act(REVIEWER, second, 1, "fact-corrections", corrected("V-4", "8000.00")).statusCode(200);
    act(REVIEWER, second, 2, "approval", "").statusCode(200).body("granted", equalTo("100.00"));

    assertThat(
            sql.list(
                "select used from accumulator where person_key = ?",
                row -> row.text("used"),
                member.key()))
        .containsExactly("50000.00");
  }

  private static Map<String, Object> corrected(String invoice, String inList) {
    return Map.of("stay", stay(invoice, inList), "source", "hospital", "reason", "typed wrongly");
  }
}
