package org.gonghui.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AddressRangeTest {
  @Test
  void a_range_holds_its_addresses_and_no_others() {
    assertThat(holds("10.1.0.0/16", "10.1.255.255")).isTrue();
    assertThat(holds("10.1.0.0/16", "10.2.0.0")).isFalse();
    assertThat(holds("10.1.2.128/25", "10.1.2.127")).isFalse();
    assertThat(holds("10.1.2.3", "10.1.2.3")).isTrue();
    assertThat(holds("10.1.2.3", "10.1.2.4")).isFalse();
    assertThat(holds("0.0.0.0/0", "203.0.113.9")).isTrue();
    assertThat(holds("2001:db8::/32", "2001:db8:ffff::1")).isTrue();
    assertThat(holds("2001:db8::/33", "2001:db8:8000::1")).isFalse();
    assertThat(holds("::/0", "10.1.2.3")).isFalse();
  }

  @Test
  void an_ipv4_address_inside_ipv6_is_the_ipv4_address() {
    assertThat(holds("10.1.0.0/16", "::ffff:10.1.2.3")).isTrue();
    assertThat(holds("::ffff:10.1.0.0/112", "10.1.2.3")).isTrue();
    assertThat(AddressRange.parse("::ffff:10.1.0.0/112")).hasToString("10.1.0.0/16");
  }

  @Test
  void what_is_no_range_is_nothing() {
    for (var text :
        new String[] {
          "",
          "/",
          "10.1.0.0/",
          "10.1.0.0/33",
          "10.1.0.0/-1",
          "10.1.0.0/+8",
          "10.1.0.0/08x",
          "10.1.2.3/16",
          "2001:db8::/129",
          "2001:db8::1/32",
          "host.example",
          "10.1.2",
          "10.1.2.3.4"
        }) {
      assertThat(AddressRange.parse(text)).as(text).isNull();
    }
  }

  /** Compared with the same question asked of every bit. */
  @Property(tries = 500)
  void a_range_compares_exactly_its_first_bits(
      @ForAll @Size(4) byte[] network,
      @ForAll @Size(4) byte[] address,
      @ForAll @IntRange(max = 32) int prefix) {
    var masked = network.clone();
    for (var bit = prefix; bit < 32; bit++) {
      masked[bit / 8] &= (byte) ~(0x80 >> bit % 8);
    }
    var text =
        "%d.%d.%d.%d/%d"
            .formatted(masked[0] & 255, masked[1] & 255, masked[2] & 255, masked[3] & 255, prefix);

    var range = Objects.requireNonNull(AddressRange.parse(text));

    assertThat(range.holds(address)).isEqualTo(bits(masked, prefix).equals(bits(address, prefix)));
    assertThat(range).hasToString(text);
  }

  private static String bits(byte[] address, int count) {
    var bits = new StringBuilder();
    for (var i = 0; i < count; i++) {
      bits.append(address[i / 8] >> 7 - i % 8 & 1);
    }
    return bits.toString();
  }

  private static boolean holds(String range, String address) {
    var bytes = AddressRange.unmapped(Objects.requireNonNull(AddressRange.bytesOf(address)));
    return Objects.requireNonNull(AddressRange.parse(range)).holds(bytes);
  }
}
