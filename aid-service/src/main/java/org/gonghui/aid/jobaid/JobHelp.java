package org.gonghui.aid.jobaid;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** One service to one person on one day (就业服务). */
@Entity
public class JobHelp {
  @Id private UUID id;
  private String personKey;
  private String area;

  @Enumerated(STRING)
  private Kind kind;

  private LocalDate givenOn;
  private @Nullable UUID fairId;
  private String givenBy;
  private Instant recordedAt;

  protected JobHelp() {}

  JobHelp(
      PersonKey person,
      String area,
      Kind kind,
      LocalDate givenOn,
      @Nullable UUID fairId,
      String givenBy,
      Instant now) {
    this.id = Uuid7.next();
    this.personKey = person.value();
    this.area = area;
    this.kind = kind;
    this.givenOn = givenOn;
    this.fairId = fairId;
    this.givenBy = givenBy;
    this.recordedAt = now;
  }

  /** What was done for the person. */
  public enum Kind {
    COUNSELLING,
    TRAINING,
    REFERRAL,
    FAIR_VISIT
  }

  public UUID id() {
    return id;
  }

  public PersonKey personKey() {
    return new PersonKey(personKey);
  }

  public String area() {
    return area;
  }

  public Kind kind() {
    return kind;
  }

  public LocalDate givenOn() {
    return givenOn;
  }

  public @Nullable UUID fairId() {
    return fairId;
  }
}
