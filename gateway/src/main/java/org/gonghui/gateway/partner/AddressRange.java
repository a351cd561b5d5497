package org.gonghui.gateway.partner;

import io.netty.util.NetUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A block of IPv4 or IPv6 addresses (CIDR); an IPv4 address inside IPv6 is the IPv4 one. */
public final class AddressRange {
  private static final int V4 = 4;
  private static final int V4_IN_V6_BITS = 96;

  private final byte[] network;
  private final int prefix;

  private AddressRange(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
  }

  /** Reads {@code 10.1.0.0/16}, {@code 2001:db8::/32} or one address; nothing if it is neither. */
  public static @Nullable AddressRange parse(String text) {
    var slash = text.indexOf('/');
    var raw = bytesOf(slash < 0 ? text : text.substring(0, slash));
    if (raw == null) {
      return null;
    }
    var bits = slash < 0 ? raw.length * 8 : prefix(text.substring(slash + 1), raw.length * 8);
    var address = unmapped(raw);
    var narrowed = address.length == raw.length ? bits : bits - V4_IN_V6_BITS;
    return bits < 0 || narrowed < 0 || !isZeroAfter(address, narrowed)
        ? null
        : new AddressRange(address, narrowed);
  }

  private static int prefix(String digits, int most) {
    var wellFormed = !digits.isEmpty() && digits.length() <= 3 && isDigits(digits);
    var bits = wellFormed ? Integer.parseInt(digits) : -1;
    return bits > most ? -1 : bits;
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The bytes of an address as it is written; names are not looked up. */
  public static byte @Nullable [] bytesOf(String text) {
    return NetUtil.createByteArrayFromIpAddressString(text);
  }

  /** {@code ::ffff:10.1.2.3} is 10.1.2.3. */
  public static byte[] unmapped(byte[] address) {
    if (address.length == V4 || !isMapped(address)) {
      return address;
    }
    return Arrays.copyOfRange(address, 12, 16);
  }

  private static boolean isMapped(byte[] address) {
    for (var i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return false;
      }
    }
    return address[10] == -1 && address[11] == -1;
  }

  private static boolean isZeroAfter(byte[] address, int bits) {
    for (var bit = bits; bit < address.length * 8; bit++) {
      if ((address[bit / 8] >> 7 - bit % 8 & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether it holds the address, which is in its unmapped form. */
  public boolean holds(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    var whole = prefix / 8;
    for (var i = 0; i < whole; i++) {
      if (address[i] != network[i]) {
        return false;
      }
    }
    var rest = prefix % 8;
    return rest == 0 || ((address[whole] ^ network[whole]) & 0xff) >> 8 - rest == 0;
  }

  /** The one spelling that is stored. */
  @Override
  public String toString() {
    return NetUtil.bytesToIpAddress(network) + "/" + prefix;
  }
}
