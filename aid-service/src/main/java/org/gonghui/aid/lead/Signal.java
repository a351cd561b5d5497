package org.gonghui.aid.lead;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** A reason to think that a person may need help; the same reason is kept once. */
@Entity
public class Signal {
  /** Where a signal comes from. */
  public enum Source {
    HIGH_OUT_OF_POCKET
  }

  @Id private UUID id;

  @Column(updatable = false)
  private UUID leadId;

  @Enumerated(STRING)
  private Source source;

  private String sourceKey;
  private @Nullable Money amount;
  private Instant seenAt;

  protected Signal() {}

  Signal(UUID leadId, Source source, String sourceKey, @Nullable Money amount, Instant seenAt) {
    this.id = Uuid7.next();
    this.leadId = leadId;
    this.source = source;
    this.sourceKey = sourceKey;
    this.amount = amount;
    this.seenAt = seenAt;
  }

  public Source source() {
    return source;
  }

  public @Nullable Money amount() {
    return amount;
  }

  public Instant seenAt() {
    return seenAt;
  }
}
