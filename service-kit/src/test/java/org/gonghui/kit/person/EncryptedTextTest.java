package org.gonghui.kit.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.gonghui.kit.testing.TestKeyset;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EncryptedTextTest {
  private static final String NUMBER = "11010519491231002X";

  @Inject EntityManager entities;
  @Inject DataSource database;
  @Inject Seal seal;

  @Test
  void an_entity_reads_in_clear_what_the_table_keeps_sealed() throws SQLException {
    var id = UUID.randomUUID();
    QuarkusTransaction.requiringNew().run(() -> entities.persist(new StoredPerson(id, NUMBER)));

    var read = QuarkusTransaction.requiringNew().call(() -> entities.find(StoredPerson.class, id));

    assertThat(read.idNumber()).isEqualTo(NUMBER);
    assertThat(new String(stored(id), StandardCharsets.ISO_8859_1)).doesNotContain("110105");
    assertThat(seal.open(stored(id))).isEqualTo(NUMBER);
  }

  @Test
  void after_a_rotation_a_column_is_sealed_anew_portion_by_portion() throws SQLException {
    var keyset = TestKeyset.fresh();
    var old = new Seal(keyset);
    var id = UUID.randomUUID();
    try (var connection = database.getConnection();
        var empty = connection.prepareStatement("delete from stored_person");
        var insert = connection.prepareStatement("insert into stored_person values (?, ?)")) {
      empty.executeUpdate();
      for (var i = 0; i < 5; i++) {
        insert.setObject(1, i == 0 ? id : UUID.randomUUID());
        insert.setBytes(2, old.seal(NUMBER));
        insert.executeUpdate();
      }
    }
    var rotated = new Seal(TestKeyset.rotated(keyset));
    var resealing = new Resealing(rotated, database);

    var first = resealing.renew("stored_person", "id_number", 3);

    assertThat(first).isEqualTo(3);
    assertThat(resealing.renew("stored_person", "id_number", 3)).isEqualTo(2);
    assertThat(resealing.renew("stored_person", "id_number", 3)).isZero();
    assertThat(rotated.open(stored(id))).isEqualTo(NUMBER);
    assertThat(rotated.isOutdated(stored(id))).isFalse();
  }

  private byte[] stored(UUID id) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("select id_number from stored_person where id = ?")) {
      select.setObject(1, id);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }
}
