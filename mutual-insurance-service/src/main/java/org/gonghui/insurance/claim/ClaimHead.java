package org.gonghui.insurance.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** What a claim is about and how it came in. */
public record ClaimHead(
    UUID id,
    String no,
    String planCode,
    int planYear,
    BenefitKind kind,
    PersonKey personKey,
    String area,
    @Nullable String employer,
    LocalDate eventDate,
    Channel channel,
    Claimant claimant,
    String filedBy,
    Instant judgedAt) {

  /** By which way a claim came in. */
  public enum Channel {
    AUTO,
    ONLINE,
    EMPLOYER,
    WINDOW
  }

  /** Who claims. */
  public enum Claimant {
    SELF,
    HEIR,
    EMPLOYER_PROXY,
    NONE
  }

  /** The same claim by the cover of another day. */
  public ClaimHead at(int year, LocalDate day, String town, @Nullable String unit) {
    return new ClaimHead(
        id, no, planCode, year, kind, personKey, town, unit, day, channel, claimant, filedBy,
        judgedAt);
  }
}
