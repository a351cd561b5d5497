package org.gonghui.insurance.export;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.gonghui.kit.job.RecurringWork;
import org.gonghui.kit.policy.Policies;
import org.gonghui.kit.time.ClockProducer;

/** Forgets exports after some days. */
@Singleton
public class ExportKeeping implements RecurringWork {
  private final Exports exports;
  private final Policies policies;

  ExportKeeping(Exports exports, Policies policies) {
    this.exports = exports;
    this.policies = policies;
  }

  @Override
  public String name() {
    return "export-keeping";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(6);
  }

  @Override
  @Transactional
  public void run(Instant now) {
    var today = LocalDate.ofInstant(now, ClockProducer.ZONE);
    var keeping = policies.inForce("exports", today, Keeping.class);
    exports.forgetBefore(now.minus(Duration.ofDays(keeping.keptDays())));
  }

  /** How long a file can be fetched. */
  record Keeping(int keptDays) {}
}
