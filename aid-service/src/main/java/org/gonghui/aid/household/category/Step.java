package org.gonghui.aid.household.category;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** One step of the arithmetic, for people to follow; inputs in one order, for the same bytes. */
public record Step(String formula, Map<String, String> inputs, String result) {
  public Step {
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
  }
}
