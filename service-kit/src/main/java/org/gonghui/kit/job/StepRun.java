package org.gonghui.kit.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/** One step's view of its job; what it gathers is stored when the step commits. */
final class StepRun<P> implements JobRun<P> {
  private static final int MOST_FAULTS = 100;

  private final JobTable.Row row;
  private final P parameters;
  private final BooleanSupplier cancelled;
  private final Map<String, Long> counts;
  private final List<Fault> faults;
  private @Nullable String cursor;
  private long done;
  private long total;

  StepRun(JobTable.Row row, P parameters, BooleanSupplier cancelled) {
    this.row = row;
    this.parameters = parameters;
    this.cancelled = cancelled;
    this.counts = new LinkedHashMap<>(row.view().counts());
    this.faults = new ArrayList<>(row.view().errors());
    this.cursor = row.cursor();
    this.done = row.view().done();
    this.total = row.view().total();
  }

  @Override
  public UUID jobId() {
    return row.view().id();
  }

  @Override
  public P parameters() {
    return parameters;
  }

  @Override
  public @Nullable String cursor() {
    return cursor;
  }

  @Override
  public void moveTo(String next) {
    cursor = next;
  }

  @Override
  public void progress(long nowDone, long ofTotal) {
    done = nowDone;
    total = ofTotal;
  }

  @Override
  public void count(String name, long more) {
    counts.merge(name, more, Long::sum);
  }

  @Override
  public void fault(String code, String message) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault("", code, message));
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  int run() {
    return row.run();
  }

  long done() {
    return done;
  }

  long total() {
    return total;
  }

  Map<String, Long> counts() {
    return counts;
  }

  List<Fault> faults() {
    return faults;
  }
}
