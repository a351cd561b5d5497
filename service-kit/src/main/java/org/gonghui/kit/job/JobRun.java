package org.gonghui.kit.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running job as its handler sees it. */
public interface JobRun<P> {
  UUID jobId();

  P parameters();

  /** Where the last committed step stopped; null at first. */
  @Nullable String cursor();

  void moveTo(String cursor);

  /** How much is done of how much, for people. */
  void progress(long done, long total);

  /** Adds to a named count, such as {@code applied}. */
  void count(String name, long more);

  /** Remembers a fault to show with the job; at most 100 are kept. */
  void fault(String code, String message);

  boolean isCancelled();
}
