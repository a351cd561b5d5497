package org.gonghui.kit.concurrency;

import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
  @Test
  void the_tag_that_was_read_matches() {
    EntityTag.requireMatch(EntityTag.of(7), 7);
  }

  @Test
  void another_version_is_stale_and_none_is_refused() {
    assertThatProblem(() -> EntityTag.requireMatch("\"6\"", 7)).is(Problems.STALE_VERSION);
    assertThatProblem(() -> EntityTag.requireMatch(null, 7)).is(Problems.VERSION_MISSING);
    assertThatProblem(() -> EntityTag.requireMatch(" ", 7)).is(Problems.VERSION_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"7\"", "\"6\", \"7\"", "*", "7", "\"7", "\"\u00007\"", "\"\""})
  void lists_weak_tags_and_wildcards_are_refused(String tag) {
    assertThatProblem(() -> EntityTag.requireMatch(tag, 7)).is(EntityTag.INVALID_TAG);
  }

  @Test
  void what_does_not_exist_yet_matches_no_version() {
    EntityTag.requireMatchIfKnown(null, null);
    EntityTag.requireMatchIfKnown("\"7\"", 7L);
    assertThatProblem(() -> EntityTag.requireMatchIfKnown("\"0\"", null))
        .is(Problems.STALE_VERSION);
    assertThatProblem(() -> EntityTag.requireMatchIfKnown("W/\"0\"", null))
        .is(EntityTag.INVALID_TAG);
    assertThatProblem(() -> EntityTag.requireMatchIfKnown(null, 7L)).is(Problems.VERSION_MISSING);
  }
}
