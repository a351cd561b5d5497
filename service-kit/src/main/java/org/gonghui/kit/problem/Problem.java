package org.gonghui.kit.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal, thrown by the domain and told to the caller as an RFC 9457 problem. */
public final class Problem extends RuntimeException {
  private final ProblemType type;
  private final transient List<Fault> faults;
  private final transient Map<String, Object> extensions;

  Problem(ProblemType type, String detail, List<Fault> faults, Map<String, Object> extensions) {
    super(detail, null, false, false);
    this.type = type;
    this.faults = List.copyOf(faults);
    this.extensions = Map.copyOf(extensions);
  }

  public ProblemType type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Fault> faults() {
    return faults;
  }

  /** Further members of the answer, such as {@code allowed} of an illegal transition. */
  public Map<String, Object> extensions() {
    return extensions;
  }

  public Problem and(Fault fault) {
    var more = new ArrayList<>(faults);
    more.add(fault);
    return new Problem(type, detail(), more, extensions);
  }

  public Problem and(List<Fault> others) {
    var more = new ArrayList<>(faults);
    more.addAll(others);
    return new Problem(type, detail(), more, extensions);
  }

  public Problem with(String name, Object value) {
    var more = new LinkedHashMap<>(extensions);
    more.put(name, value);
    return new Problem(type, detail(), faults, more);
  }
}
