package org.gonghui.aid.household.category;

import java.util.List;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whether one rule fits, how that was reckoned, and by how much the money is off where it does not.
 */
public record Verdict(
    Category category,
    Answer answer,
    List<Step> steps,
    List<MissingFact> missing,
    @Nullable Money tooMuchBy) {

  /** Unknown is neither yes nor no. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN
  }
}
