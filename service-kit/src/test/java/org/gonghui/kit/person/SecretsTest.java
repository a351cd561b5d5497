package org.gonghui.kit.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.gonghui.kit.testing.TestKeyset;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final String NUMBER = "11010519491231002X";
  private static final String SECRET =
      Base64.getEncoder()
          .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

  @Test
  void a_sealed_text_opens_again_and_never_looks_the_same() {
    var seal = new Seal(TestKeyset.fresh());

    var one = seal.seal(NUMBER);
    var two = seal.seal(NUMBER);

    assertThat(seal.open(one)).isEqualTo(NUMBER);
    assertThat(one).isNotEqualTo(two);
    assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain(NUMBER);
  }

  @Test
  void after_a_rotation_the_old_opens_and_is_renewed() {
    var keyset = TestKeyset.fresh();
    var before = new Seal(keyset);
    var after = new Seal(TestKeyset.rotated(keyset));
    var old = before.seal("工会 𠮷");

    var renewed = after.renew(old);

    assertThat(after.isOutdated(old)).isTrue();
    assertThat(after.open(old)).isEqualTo("工会 𠮷");
    assertThat(after.isOutdated(renewed)).isFalse();
    assertThatThrownBy(() -> before.open(renewed)).hasMessageContaining("cannot decrypt");
  }

  @Test
  void one_changed_bit_is_noticed() {
    var seal = new Seal(TestKeyset.fresh());
    var sealed = seal.seal(NUMBER);
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> seal.open(sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_person_has_one_key_however_the_number_was_typed() {
    var keys = new PersonKeys(SECRET);

    assertThat(keys.of(new CitizenId("11010519491231002x")))
        .isEqualTo(keys.of(new CitizenId("11010519491231002X")));
    assertThat(keys.of(new CitizenId(NUMBER)).value()).hasSize(43).doesNotContain(NUMBER);
    assertThat(keys.blindIndex("account", NUMBER)).isNotEqualTo(keys.blindIndex("phone", NUMBER));
    assertThatThrownBy(() -> new PersonKeys("c2hvcnQ=")).hasMessageContaining("32 bytes");
  }

  @Test
  void half_a_million_rows_are_sealed_in_seconds() {
    var seal = new Seal(TestKeyset.fresh());
    var keys = new PersonKeys(SECRET);
    var id = new CitizenId(NUMBER);
    for (var i = 0; i < 20_000; i++) {
      assertThat(seal.seal(NUMBER).length + keys.of(id).value().length()).isPositive();
    }

    var start = System.nanoTime();
    var bytes = 0L;
    for (var i = 0; i < 100_000; i++) {
      bytes += seal.seal(NUMBER).length + keys.of(id).value().length();
    }
    var millis = (System.nanoTime() - start) / 1_000_000;

    assertThat(bytes).isPositive();
    assertThat(millis).as("of 100,000").isLessThan(10_000);
  }

  @Test
  void what_is_shown_is_masked() {
    assertThat(Masking.name("王小明")).isEqualTo("王*明");
    assertThat(Masking.name("王明")).isEqualTo("王*");
    assertThat(Masking.name("𠮷")).isEqualTo("*");
    assertThat(Masking.name("𠮷田小明")).isEqualTo("𠮷**明");
    assertThat(Masking.idNumber("330602199001011234")).isEqualTo("3306**********1234");
    assertThat(Masking.phone("13812345678")).isEqualTo("138****5678");
    assertThat(Masking.account("6222021234567890123")).isEqualTo("***************0123");
    assertThat(Masking.account("123")).isEqualTo("***");
  }
}
