package org.gonghui.kit.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it. */
public record JobView(
    UUID id,
    String kind,
    State state,
    long done,
    long total,
    Map<String, Long> counts,
    List<Fault> errors,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @JsonIgnore String area) {

  /** Where a job stands. */
  public enum State {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
      return switch (this) {
        case QUEUED, RUNNING -> false;
        case SUCCEEDED, FAILED, CANCELLED -> true;
      };
    }
  }
}
