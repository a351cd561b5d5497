package org.gonghui.insurance.batch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.batch.EnrolmentBatch.Counts;
import org.gonghui.insurance.batch.EnrolmentBatch.Mode;
import org.gonghui.insurance.batch.EnrolmentBatch.Refusal;
import org.gonghui.insurance.batch.EnrolmentBatch.Warning;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.jspecify.annotations.Nullable;

/** A roster as its employer and the officers see it. */
public record BatchView(
    UUID id,
    int version,
    CreditCode employer,
    String area,
    int planYear,
    String fileName,
    Mode mode,
    BatchStatus status,
    Counts counts,
    List<Warning> warnings,
    @Nullable Refusal refusal,
    Money payable,
    Money unionShare,
    @Nullable UUID dueId,
    @Nullable UUID jobId,
    Instant createdAt) {

  static BatchView of(EnrolmentBatch batch) {
    return new BatchView(
        batch.id(),
        batch.version(),
        batch.employer(),
        batch.area(),
        batch.planYear(),
        batch.fileName(),
        batch.mode(),
        batch.status(),
        batch.counts(),
        batch.warnings(),
        batch.refusal(),
        batch.payable(),
        batch.unionShare(),
        batch.status() == BatchStatus.APPLIED && batch.counts().applied() > 0
            ? batch.dueId()
            : null,
        batch.jobId(),
        batch.createdAt());
  }
}
