package org.gonghui.insurance.death;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import java.util.List;
import java.util.stream.IntStream;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.ProblemType;

/**
 * Who of those who outlived the member receives what: the designated in proportion to their shares,
 * else the first order of heirs equally, else the second (民法典 §1127).
 */
final class Shares {
  static final ProblemType NO_HEIRS =
      brokenRule("NO_HEIRS", "Nobody is named who receives the benefit", "尚未确定受益人");

  private Shares() {}

  static List<Heir> entitled(List<Heir> designated, List<Heir> named) {
    if (!designated.isEmpty()) {
      return IntStream.range(0, designated.size())
          .mapToObj(i -> designated.get(i).numbered(i + 1))
          .toList();
    }
    var heirs = named.stream().filter(heir -> heir.relation().isHeir()).toList();
    var order = heirs.stream().mapToInt(heir -> heir.relation().order()).min();
    return heirs.stream().filter(heir -> heir.relation().order() == order.getAsInt()).toList();
  }

  /** By largest remainder; ties go to the earlier. */
  static List<Part> split(List<Heir> entitled, Money benefit) {
    if (entitled.isEmpty()) {
      throw NO_HEIRS.because("name at least one heir");
    }
    var amounts = benefit.split(entitled.stream().map(Heir::share).toList());
    return IntStream.range(0, entitled.size())
        .mapToObj(i -> new Part(entitled.get(i), amounts.get(i)))
        .toList();
  }

  /** What one of them receives. */
  record Part(Heir heir, Money amount) {}
}
