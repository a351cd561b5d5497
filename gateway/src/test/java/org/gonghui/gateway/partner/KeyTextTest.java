package org.gonghui.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.gonghui.gateway.stage.PartnerKeys;
import org.junit.jupiter.api.Test;

class KeyTextTest {
  private static final String KNOWN =
      "ghk_abcdefghijkl_" + "abcdefghijklmnopqrstuvwxyz".repeat(2) + "_";

  @Test
  void a_key_is_read_back_as_it_was_made() {
    var key = PartnerKeys.make();

    assertThat(KeyText.parse(key.text())).isEqualTo(key);
    assertThat(key.text()).matches("ghk_[a-z2-7]{12}_[a-z2-7]{52}_[a-z2-7]{7}");
  }

  @Test
  void the_checksum_is_the_crc_32_in_base_32() {
    var crc = new java.util.zip.CRC32();
    var signed = KNOWN.substring(0, KNOWN.length() - 1);
    crc.update(signed.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    var bits = new StringBuilder();
    for (var i = 31; i >= 0; i--) {
      bits.append(crc.getValue() >> i & 1);
    }
    bits.append("000");

    var text = new KeyText("abcdefghijkl", "abcdefghijklmnopqrstuvwxyz".repeat(2)).text();

    var expected = new StringBuilder();
    for (var i = 0; i < 35; i += 5) {
      expected.append(
          "abcdefghijklmnopqrstuvwxyz234567".charAt(Integer.parseInt(bits.substring(i, i + 5), 2)));
    }
    assertThat(text).isEqualTo(KNOWN + expected);
  }

  @Property(tries = 500)
  void one_wrong_character_anywhere_is_noticed(
      @ForAll @IntRange(min = 0, max = 75) int place,
      @ForAll @CharRange(from = ' ', to = '~') char other) {
    var text = PartnerKeys.make().text();
    var wrong = text.substring(0, place) + other + text.substring(place + 1);

    assertThat(KeyText.parse(wrong) != null).isEqualTo(wrong.equals(text));
  }

  @Test
  void the_secret_is_not_printed() {
    var key = PartnerKeys.make();

    assertThat(key.toString()).doesNotContain(key.secret()).contains(key.publicId());
  }
}
