package org.gonghui.kit.job;

/**
 * One kind of long work, done in steps: each step is one transaction that also stores the cursor,
 * so that a killed job goes on where it stood without repeating an effect. Every CDI bean of this
 * type is known to {@link Jobs}.
 */
public interface JobHandler<P> {
  String kind();

  Class<P> parameters();

  /**
   * Does the next portion, calls {@code run.progress(..)} and {@code run.moveTo(cursor)}, and says
   * whether that was the last.
   */
  StepResult step(JobRun<P> run);

  /** Called in its own transaction when the job is cancelled or has failed for good. */
  default void stopped(JobRun<P> run) {}

  /** Whether there is more to do. */
  enum StepResult {
    MORE,
    DONE
  }
}
