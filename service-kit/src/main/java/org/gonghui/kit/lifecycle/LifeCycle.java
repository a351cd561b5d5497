package org.gonghui.kit.lifecycle;

import static org.gonghui.kit.problem.Problems.illegalTransition;

import java.util.Set;

/** A status enum whose one exhaustive {@code switch} in {@link #next} is the whole life cycle. */
public interface LifeCycle<S extends Enum<S> & LifeCycle<S>> {
  /** Where it may go from here; nowhere at an end. */
  Set<S> next();

  default boolean mayBecome(S other) {
    return next().contains(other);
  }

  /** The other status, or the refusal that tells the allowed ones. */
  @SuppressWarnings("unchecked") // S is the implementing enum itself
  default S requireNext(S other) {
    if (!mayBecome(other)) {
      throw illegalTransition((S) this, other, next());
    }
    return other;
  }
}
