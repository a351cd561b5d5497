package org.gonghui.aid.person;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gonghui.kit.person.CitizenId;

/** Generated people with the reserved area prefix, each new one another. */
public final class Someone {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Someone() {}

  /** A new person as a request names them. */
  public static Map<String, String> named() {
    var n = NEXT.getAndIncrement();
    var first17 = "339999198%d%02d%02d%03d".formatted(n / 336 % 10, n / 28 % 12 + 1, n % 28 + 1, 7);
    return Map.of("idNumber", CitizenId.ofPrefix(first17).number(), "name", "王小明");
  }
}
