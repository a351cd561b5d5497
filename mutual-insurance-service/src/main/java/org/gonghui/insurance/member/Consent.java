package org.gonghui.insurance.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether benefits may be paid without an application (免申授权): the member's own word, withdrawable.
 */
public record Consent(State state, @Nullable Instant at, @Nullable String evidence) {
  /** What the member said last. */
  public enum State {
    NONE,
    GIVEN,
    WITHDRAWN
  }

  public boolean isGiven() {
    return state == State.GIVEN;
  }
}
