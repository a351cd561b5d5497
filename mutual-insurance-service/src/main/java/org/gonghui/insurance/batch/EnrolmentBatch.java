package org.gonghui.insurance.batch;

import static org.gonghui.kit.problem.Problems.illegalTransition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.sheet.SheetLayout;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.jspecify.annotations.Nullable;

/** One roster file of one employer on its way to enrolments (参保批次). */
public record EnrolmentBatch(
    UUID id,
    int version,
    CreditCode employer,
    String area,
    String planCode,
    int planYear,
    String fileName,
    Mode mode,
    BatchStatus status,
    @Nullable SheetLayout layout,
    List<String> titles,
    @Nullable Refusal refusal,
    List<Warning> warnings,
    Counts counts,
    Money payable,
    Money unionShare,
    UUID dueId,
    String maker,
    @Nullable String submittedBy,
    @Nullable UUID jobId,
    int appliedThrough,
    Instant declaredAt,
    Instant createdAt) {
  /** Whether sound rows may go ahead of faulty ones. */
  public enum Mode {
    VALID_ROWS_ONLY,
    ALL_OR_NOTHING
  }

  /** Where the rows stand; after application the total is the sum of the last three. */
  public record Counts(
      int total, int valid, int applied, int skipped, int rejected, int unionPaid) {
    public static Counts none() {
      return new Counts(0, 0, 0, 0, 0, 0);
    }
  }

  /** Something to say yes to before submission. */
  public record Warning(String code, String message) {}

  /** Why the file could not be read. */
  public record Refusal(String code, String detail) {}

  public void requireMayBecome(BatchStatus next) {
    if (!status.next().contains(next)) {
      throw illegalTransition(status, next, status.next());
    }
  }
}
