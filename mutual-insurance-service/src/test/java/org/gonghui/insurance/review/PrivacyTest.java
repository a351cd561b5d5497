package org.gonghui.insurance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.review.Filing.REVIEWER;
import static org.gonghui.insurance.review.Filing.act;
import static org.gonghui.insurance.review.Filing.inReview;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.testing.TestListener;
import org.junit.jupiter.api.Test;

/** What a stolen dump or a curious consumer would see. */
@QuarkusTest
class PrivacyTest {
  @Inject City city;
  @Inject Sql sql;

  @Test
  void numbers_names_illnesses_and_invoices_are_nowhere_in_clear() throws Exception {
    var member = city.member();
    var stay = stay("INVOICE-4711", "8765.43");
    stay.put("diagnoses", List.of("C34.1"));
    stay.put("firstDiagnosis", true);
    hospital()
        .request()
        .body(settlement("PRIV-1", member, stay))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
    var id = inReview(member, "INVOICE-4712", "3800.00");
    act(REVIEWER, id, 1, "approval", "").statusCode(200);

    var secrets =
        List.of(member.idNumber(), "王小明", "C34.1", "INVOICE-4711", "INVOICE-4712", "MALIGNANT");
    for (var table : tables()) {
      var leaks =
          sql
              .list("select t::text as row from \"" + table + "\" t", row -> row.text("row"))
              .stream()
              .filter(
                  row ->
                      row.contains(member.key().value())
                          || table.startsWith("claim")
                          || table.equals("decision"))
              .filter(row -> secrets.stream().anyMatch(row::contains))
              .toList();
      assertThat(leaks).as(table).isEmpty();
    }
    try (var listener = TestListener.on("gonghui.mutual-insurance.claim")) {
      var heard =
          Awaitility.await()
              .atMost(Duration.ofSeconds(20))
              .until(
                  listener::soFar,
                  all ->
                      all.stream().filter(h -> h.payload().contains(member.key().value())).count()
                          >= 5);
      assertThat(heard).noneMatch(h -> secrets.stream().anyMatch(h.payload()::contains));
    }
  }

  @Test
  void without_consent_nothing_of_a_stay_is_in_any_table_event_or_dead_letter() throws Exception {
    var silent = city.withoutConsent();
    var stay = stay("INVOICE-4713", "43217.89");
    stay.put("diagnoses", List.of("Q66.7"));
    var body = settlement("PRIV-3", silent, stay);
    hospital()
        .request()
        .header("Idempotency-Key", "priv-3")
        .body(body)
        .post(API + "/settlements")
        .then()
        .statusCode(201);
    hospital()
        .request()
        .contentType("application/x-ndjson")
        .body(Canonical.bytes(settlement("PRIV-4", silent, stay)))
        .post(API + "/settlement-batches")
        .then()
        .statusCode(200);
    body.put("stray", "43217.89");
    hospital().request().body(body).post(API + "/settlements").then().statusCode(400);

    var secrets = List.of("43217.89", "Q66.7", "INVOICE-4713");
    for (var table : tables()) {
      assertThat(sql.list("select t::text as row from \"" + table + "\" t", r -> r.text("row")))
          .as(table)
          .noneMatch(row -> secrets.stream().anyMatch(row::contains));
    }
    assertThat(
            sql.list(
                "select content from settlement where person_key = ?",
                row -> row.findBytes("content") == null,
                silent.key()))
        .containsExactly(true, true);
    try (var events = TestListener.on("gonghui.mutual-insurance.claim");
        var dead = TestListener.on("gonghui.mutual-insurance.claim.dlq")) {
      Awaitility.await().until(() -> !events.soFar().isEmpty());
      assertThat(Stream.concat(events.soFar().stream(), dead.soFar().stream()))
          .noneMatch(heard -> secrets.stream().anyMatch(heard.payload()::contains))
          .noneMatch(heard -> heard.payload().contains(silent.key().value()));
    }
  }

  private List<String> tables() {
    return sql.list(
        "select table_name from information_schema.tables where table_schema = 'public'"
            + " and table_type = 'BASE TABLE' and table_name not like 'plan%'",
        row -> row.text("table_name"));
  }
}
