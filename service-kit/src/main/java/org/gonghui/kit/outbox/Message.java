package org.gonghui.kit.outbox;

import java.util.Map;
import java.util.stream.Collectors;

/** What goes to the broker: where to, in whose order, and what beside the data. */
public record Message(String topic, String key, Map<String, String> headers, String payload) {
  public static final int SHARDS = 16;

  /** Spreads keys over the shards; must give the same answer in every version of the product. */
  short shard() {
    return (short) Math.floorMod(key.hashCode(), SHARDS);
  }

  String headerLines() {
    return headers.entrySet().stream()
        .map(it -> it.getKey() + ": " + it.getValue())
        .collect(Collectors.joining("\n"));
  }
}
