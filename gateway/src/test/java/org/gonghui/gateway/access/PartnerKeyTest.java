package org.gonghui.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gonghui.gateway.stage.Knock.key;
import static org.gonghui.gateway.stage.Knock.plans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.gonghui.gateway.partner.KeyText;
import org.gonghui.gateway.partner.PartnerKey;
import org.gonghui.gateway.partner.PartnerKey.Bounds;
import org.gonghui.gateway.partner.PartnerKey.Holder;
import org.gonghui.gateway.partner.PartnerKey.Proof;
import org.gonghui.gateway.partner.PartnerStore;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.PartnerKeys;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class PartnerKeyTest {
  @Inject PartnerStore store;
  @Inject DataSource database;

  @Test
  void a_good_key_passes() {
    assertThat(Knock.get(plans(), key(Stage.HOSPITAL.text())).status()).isEqualTo(200);
  }

  @Test
  void a_key_with_a_wrong_checksum_is_rubbish() {
    var good = Stage.HOSPITAL.text();
    var last = good.charAt(good.length() - 1) == 'a' ? 'b' : 'a';

    var answer = Knock.get(plans(), key(good.substring(0, good.length() - 1) + last));

    answer.isProblem(401, "KEY_INVALID");
    assertThat(answer.json().path("detail").asText()).contains("not a partner key");
  }

  @Test
  void unknown_expired_and_early_keys_get_one_and_the_same_answer() {
    var wrongSecret = new KeyText(Stage.HOSPITAL.publicId(), PartnerKeys.make().secret());

    for (var bad : List.of(PartnerKeys.make(), wrongSecret, Stage.NOT_YET, Stage.EXPIRED)) {
      var answer = Knock.get(plans(), key(bad.text()));

      answer.isProblem(401, "KEY_INVALID");
      assertThat(answer.json().path("detail").asText())
          .isEqualTo("The key is unknown, expired or revoked");
    }
  }

  @Test
  void a_key_without_a_scope_of_the_service_is_refused() throws SQLException {
    var key = knownKey("library", "craftsman:works:read");

    Knock.get(plans(), key(key.text())).isProblem(403, "SCOPE_MISSING");
  }

  @Test
  void a_route_may_take_tokens_only() {
    Knock.get("/api/aid/v1/leads", key(Stage.HOSPITAL.text()))
        .isProblem(403, "CREDENTIAL_KIND_REFUSED");
  }

  @Test
  void a_revoked_key_is_refused_within_five_seconds() throws SQLException {
    var key = knownKey("clinic", "mutual-insurance:settlements:write");
    assertThat(Knock.get(plans(), key(key.text())).status()).isEqualTo(200);

    execute("update partner_key set status = 'REVOKED' where public_id = '" + key.publicId() + "'");

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> Knock.get(plans(), key(key.text())).isProblem(401, "KEY_INVALID"));
  }

  @Test
  void no_secret_is_in_the_database() throws SQLException {
    try (var connection = database.getConnection();
        var rows = connection.createStatement().executeQuery("select k::text from partner_key k")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).doesNotContain(Stage.HOSPITAL.secret());
      }
    }
  }

  private KeyText knownKey(String partner, String scope) throws SQLException {
    var key = PartnerKeys.make();
    var now = Instant.now();
    store.save(
        new PartnerKey(
            UUID.randomUUID(),
            key.publicId(),
            new Proof(PartnerKeys.hash(Stage.PEPPER, key), 1),
            true,
            now.minusSeconds(10),
            now.plusSeconds(1_000),
            List.of(scope),
            new Holder(partner, "A partner", "3306", List.of()),
            Bounds.NONE));
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> {
              var answer = Knock.get(plans(), key(key.text()));
              return answer.status() != 401;
            });
    return key;
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
