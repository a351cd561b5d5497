package org.gonghui.insurance.contribution;

import java.util.List;
import java.util.UUID;
import org.gonghui.kit.money.Money;

/** What a receipt pays, as far as it says so itself: no tolerance, nothing guessed. */
public sealed interface Matching {
  /** Certain; a surplus waits. */
  record Matched(List<Part> parts) implements Matching {}

  /** Likely; finance decides. */
  record Proposed(Part part) implements Matching {}

  /** Finance looks for it. */
  record Unmatched() implements Matching {}

  /** So much for one due. */
  record Part(UUID dueId, Money amount) {}

  /** A due and what is still to be paid on it. */
  record Open(UUID dueId, Money rest) {}

  /**
   * Decides by the dues that the remark names and, if it names none, by the open dues of the payer.
   */
  static Matching of(Money amount, boolean namesReference, List<Open> named, List<Open> ofPayer) {
    if (named.size() == 1 && named.getFirst().rest().isPositive()) {
      var open = named.getFirst();
      return new Matched(List.of(new Part(open.dueId(), amount.min(open.rest()))));
    }
    if (named.size() > 1) {
      var sum = Money.sum(named.stream().map(Open::rest).toList());
      return sum.equals(amount)
          ? new Matched(
              named.stream()
                  .filter(open -> open.rest().isPositive())
                  .map(open -> new Part(open.dueId(), open.rest()))
                  .toList())
          : new Unmatched();
    }
    return namesReference ? new Unmatched() : byPayer(amount, ofPayer);
  }

  private static Matching byPayer(Money amount, List<Open> ofPayer) {
    var fitting = ofPayer.stream().filter(open -> open.rest().equals(amount)).toList();
    return fitting.size() == 1
        ? new Proposed(new Part(fitting.getFirst().dueId(), amount))
        : new Unmatched();
  }
}
