package org.gonghui.aid.jobaid.placement;

import static jakarta.persistence.EnumType.STRING;
import static org.gonghui.aid.jobaid.placement.PlacementProblems.CHECK_DONE;
import static org.gonghui.aid.jobaid.placement.PlacementProblems.CHECK_NOT_DUE;
import static org.gonghui.aid.jobaid.placement.PlacementProblems.NOT_THAT_DAY;
import static org.gonghui.aid.jobaid.placement.PlacementStatus.DECLINED;
import static org.gonghui.aid.jobaid.placement.PlacementStatus.ENDED;
import static org.gonghui.aid.jobaid.placement.PlacementStatus.OFFERED;
import static org.gonghui.aid.jobaid.placement.PlacementStatus.PLACED;
import static org.gonghui.aid.jobaid.placement.PlacementStatus.REFERRED;
import static org.gonghui.kit.problem.Problems.illegalTransition;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** One person on the way to one employer (上岗), and whether they stay. */
@Entity
public class Placement {
  @Id private UUID id;
  @Version private long version;
  private String personKey;
  private String area;
  private String employer;
  private @Nullable UUID vacancyId;

  @Enumerated(STRING)
  private PlacementStatus status;

  private LocalDate referredOn;
  private @Nullable LocalDate startOn;
  private @Nullable String proof;
  private @Nullable LocalDate endedOn;
  private @Nullable String endReason;
  private int checksDone;
  private @Nullable LocalDate checkDueOn;

  protected Placement() {}

  Placement(
      PersonKey person,
      String area,
      CreditCode employer,
      @Nullable UUID vacancyId,
      LocalDate referredOn) {
    this.id = Uuid7.next();
    this.personKey = person.value();
    this.area = area;
    this.employer = employer.value();
    this.vacancyId = vacancyId;
    this.status = REFERRED;
    this.referredOn = referredOn;
  }

  void offer() {
    status = status.requireNext(OFFERED);
  }

  void decline(LocalDate on, String reason) {
    status = status.requireNext(DECLINED);
    endedOn = on;
    endReason = reason;
  }

  /** Work has begun, and the proof of it (contract, insurance record) is named. */
  PlacementEvent.Confirmed start(LocalDate on, String evidence, LocalDate today, Instant now) {
    var placed = status.requireNext(PLACED);
    if (on.isAfter(today) || on.isBefore(referredOn)) {
      throw NOT_THAT_DAY.at("/startOn", "is from the referral to today");
    }
    status = placed;
    startOn = on;
    proof = evidence;
    checkDueOn = Check.DAY_30.dueOn(on);
    return new PlacementEvent.Confirmed(id, personKey(), area, on, now);
  }

  /** Who no longer works there has ended; else the next question falls due. */
  void answer(Check check, boolean stillEmployed, LocalDate today) {
    var begun = requireStarted();
    if (check.isIn(checksDone)) {
      throw CHECK_DONE.because("%s is answered", check);
    }
    if (today.isBefore(check.dueOn(begun))) {
      throw CHECK_NOT_DUE.because("due on %s", check.dueOn(begun));
    }
    if (!stillEmployed) {
      end(today, "found by " + check);
    }
    checksDone = check.addedTo(checksDone);
    checkDueOn =
        stillEmployed ? Check.next(checksDone).map(it -> it.dueOn(begun)).orElse(null) : null;
  }

  void end(LocalDate on, String reason) {
    var ended = status.requireNext(ENDED);
    if (on.isBefore(requireStarted())) {
      throw NOT_THAT_DAY.at("/on", "is before the work began");
    }
    status = ended;
    endedOn = on;
    endReason = reason;
    checkDueOn = null;
  }

  private LocalDate requireStarted() {
    if (status != PLACED) {
      throw illegalTransition(status, ENDED, status.next());
    }
    return Objects.requireNonNull(startOn);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public PersonKey personKey() {
    return new PersonKey(personKey);
  }

  public String area() {
    return area;
  }

  public CreditCode employer() {
    return CreditCode.of(employer);
  }

  public @Nullable UUID vacancyId() {
    return vacancyId;
  }

  public PlacementStatus status() {
    return status;
  }

  public LocalDate referredOn() {
    return referredOn;
  }

  public @Nullable LocalDate startOn() {
    return startOn;
  }

  public @Nullable LocalDate endedOn() {
    return endedOn;
  }

  public @Nullable String endReason() {
    return endReason;
  }

  public @Nullable LocalDate checkDueOn() {
    return checkDueOn;
  }
}
