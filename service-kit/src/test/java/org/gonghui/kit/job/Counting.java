package org.gonghui.kit.job;

import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.job.Counting.Plan;

/** A job for tests: writes the numbers up to a bound, one a step, as far as it is let. */
@ApplicationScoped
class Counting implements JobHandler<Plan> {
  static final ConcurrentHashMap<String, Semaphore> GATES = new ConcurrentHashMap<>();
  static final ConcurrentHashMap<String, Integer> FAILURES_LEFT = new ConcurrentHashMap<>();
  static final ConcurrentHashMap<String, Boolean> STOPPED = new ConcurrentHashMap<>();

  private final DataSource database;
  private final Audit audit;

  Counting(DataSource database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  record Plan(String name, int bound) {}

  @Override
  public String kind() {
    return "counting";
  }

  @Override
  public Class<Plan> parameters() {
    return Plan.class;
  }

  @Override
  public StepResult step(JobRun<Plan> run) {
    var plan = run.parameters();
    var number = run.cursor() == null ? 1 : Integer.parseInt(run.cursor()) + 1;
    write(plan.name(), number);
    audit.record(Audit.Act.of("number-written", "job", run.jobId(), "330602001"));
    waitAt(plan.name());
    if (FAILURES_LEFT.merge(plan.name(), -1, Integer::sum) >= 0) {
      throw new IllegalStateException("for now");
    }
    if (plan.bound() < 0) {
      throw INVALID.because("a bound is not negative");
    }
    run.moveTo(String.valueOf(number));
    run.progress(number, plan.bound());
    run.count("written", 1);
    return number == plan.bound() ? StepResult.DONE : StepResult.MORE;
  }

  @Override
  public void stopped(JobRun<Plan> run) {
    STOPPED.put(run.parameters().name(), true);
  }

  private static void waitAt(String name) {
    var gate = GATES.get(name);
    if (gate != null) {
      gate.acquireUninterruptibly();
    }
  }

  private void write(String name, int number) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement("insert into counted values (?, ?)")) {
      insert.setString(1, name);
      insert.setInt(2, number);
      insert.executeUpdate();
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
