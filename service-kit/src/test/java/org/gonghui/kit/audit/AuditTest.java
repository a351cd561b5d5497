package org.gonghui.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.testing.TestPostgres;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {
  private static final String AUDIT = "/api/kit/v1/audit/";

  @Inject Audit audit;
  @Inject AuditWalk walk;
  @Inject DataSource database;

  @Test
  void the_acts_of_many_writers_form_unbroken_chains() throws Exception {
    var before = walk.verify().entries();

    try (var writers = Executors.newFixedThreadPool(8)) {
      var acts = IntStream.range(0, 200).<Callable<Void>>mapToObj(_ -> () -> act(aSubject()));
      for (var done : writers.invokeAll(acts.toList())) {
        done.get();
      }
    }

    var after = walk.verify();
    assertThat(after.intact()).isTrue();
    assertThat(after.entries() - before).isEqualTo(200);
  }

  @Test
  void what_was_rolled_back_was_not_done() {
    var subject = aSubject();

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          audit.record(Act.of("thing-changed", "thing", subject, "330602"));
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");

    entriesOf(subject, "3306").body("size()", equalTo(0));
  }

  @Test
  void an_auditor_reads_the_acts_of_the_area_in_order() {
    var subject = aSubject();
    act(subject);
    act(subject);

    entriesOf(subject, "330602")
        .body("action", contains("thing-changed", "thing-changed"))
        .body("actor", contains("kit", "kit"))
        .body("after.colour", contains("red", "red"));
    entriesOf(subject, "330681").body("size()", equalTo(0));
  }

  @Test
  void only_auditors_read_it() {
    var officer = a(Role.OFFICER, "3306").request();

    officer.get(AUDIT + "verification").then().statusCode(403);
    a(Role.OFFICER, "3306")
        .request()
        .get(AUDIT + "entries?subject=" + aSubject())
        .then()
        .statusCode(403);
    a(Role.AUDITOR, "3306")
        .request()
        .get(AUDIT + "verification")
        .then()
        .statusCode(200)
        .body("headsDigest.length()", equalTo(64));
  }

  @Test
  void the_application_can_neither_change_nor_delete_an_entry() throws SQLException {
    act(aSubject());

    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("update audit_entry set area = 'x'"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("delete from audit_entry"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void a_change_or_a_gap_made_with_the_owners_power_is_found() throws SQLException {
    var subject = aSubject();
    act(subject);

    asOwner("update audit_entry set area = '330681' where subject_id = '%s'", subject);
    assertThat(walk.verify().firstBreak()).isNotNull();
    asOwner("update audit_entry set area = '330602001' where subject_id = '%s'", subject);
    assertThat(walk.verify().intact()).isTrue();
  }

  private Void act(UUID subject) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                audit.record(
                    new Act(
                        "thing-changed",
                        "thing",
                        subject,
                        "330602001",
                        "because",
                        Map.of(),
                        Map.of("colour", "red"))));
    return null;
  }

  private static UUID aSubject() {
    return UUID.randomUUID();
  }

  private static io.restassured.response.ValidatableResponse entriesOf(UUID subject, String area) {
    return a(Role.AUDITOR, area)
        .request()
        .get(AUDIT + "entries?subject=" + subject)
        .then()
        .statusCode(200);
  }

  /** Undoes the trigger too, as somebody with the database in hand could. */
  private void asOwner(String update, UUID subject) throws SQLException {
    try (var own = database.getConnection();
        var connection = TestPostgres.admin(own.getCatalog());
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(update.formatted(subject));
    }
  }
}
