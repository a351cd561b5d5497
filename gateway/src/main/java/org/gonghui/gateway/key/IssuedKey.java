package org.gonghui.gateway.key;

import static jakarta.persistence.EnumType.STRING;
import static org.gonghui.gateway.key.KeyProblems.KEY_NOT_IN_FORCE;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** A partner's key from the proposal to its end; of the secret only a hash is known. */
@Entity
@Table(name = "partner_key")
public class IssuedKey {
  @Id
  @Column(name = "uid")
  private UUID id;

  @Version private long version;
  private String publicId;

  /** The partner's code. */
  @Column(name = "partner_id")
  private String partner;

  private byte[] secretHash;
  private int pepperVersion;
  private List<String> scopes;

  @Enumerated(STRING)
  private KeyStatus status;

  private Instant notBefore;
  private Instant expiresAt;
  private UUID quotaOf;
  private @Nullable UUID replaces;
  private int overlapHours;
  private @Nullable Integer warnedDays;
  @Embedded private Limits limits;
  @Embedded private Hands hands;

  protected IssuedKey() {}

  public IssuedKey(Stamp stamp, String partner, Grant grant, Limits limits, Hands hands) {
    this.id = Uuid7.next();
    this.publicId = stamp.publicId();
    this.secretHash = stamp.hash();
    this.pepperVersion = stamp.pepperVersion();
    this.partner = partner;
    this.scopes = grant.scopes();
    this.notBefore = grant.notBefore();
    this.expiresAt = grant.expiresAt();
    this.status = grant.needsApproval() ? KeyStatus.PROPOSED : KeyStatus.ACTIVE;
    this.quotaOf = id;
    this.limits = limits;
    this.hands = hands;
  }

  /** A key that takes this one's place, with its scopes and its share of the quota. */
  public IssuedKey successor(Stamp stamp, Grant grant, Limits newLimits, Hands by, int overlap) {
    requireInForce(grant.notBefore());
    var next = new IssuedKey(stamp, partner, grant, newLimits, by);
    next.replaces = id;
    next.quotaOf = quotaOf;
    next.overlapHours = overlap;
    return next;
  }

  /** Ends when the overlap with its successor is over; never later than it would have. */
  public Instant giveWayTo(IssuedKey successor, Instant now) {
    var end = now.plus(Duration.ofHours(successor.overlapHours));
    if (end.isBefore(expiresAt)) {
      expiresAt = end;
    }
    return expiresAt;
  }

  /** Whoever made or changed it cannot agree to it. */
  public void approve(String checker, Instant now) {
    var approved = status.requireNext(KeyStatus.ACTIVE);
    if (hands.made(checker)) {
      throw MAKER_IS_CHECKER.because("you made or changed this key");
    }
    if (!now.isBefore(expiresAt)) {
      throw KEY_NOT_IN_FORCE.because("its time is over");
    }
    status = approved;
    hands = hands.approvedBy(checker, now);
  }

  public void revoke(String by, String reason, Instant now) {
    status = status.requireNext(KeyStatus.REVOKED);
    hands = hands.revokedBy(by, reason, now);
  }

  public void limit(Limits newLimits, String by) {
    limits = newLimits;
    hands = hands.changedBy(by);
  }

  public void warned(int days) {
    warnedDays = days;
  }

  private void requireInForce(Instant now) {
    if (state(now) != State.ACTIVE) {
      throw KEY_NOT_IN_FORCE.because("it is %s", state(now));
    }
  }

  /** How it stands at an instant, its dates included. */
  public State state(Instant now) {
    return switch (status) {
      case PROPOSED -> State.PROPOSED;
      case REVOKED -> State.REVOKED;
      case ACTIVE ->
          now.isBefore(notBefore)
              ? State.SCHEDULED
              : now.isBefore(expiresAt) ? State.ACTIVE : State.EXPIRED;
    };
  }

  /** How a key stands now. */
  @Schema(name = "KeyState")
  public enum State {
    PROPOSED,
    SCHEDULED,
    ACTIVE,
    EXPIRED,
    REVOKED
  }

  /** What is stored of a key's text. */
  public record Stamp(String publicId, byte[] hash, int pepperVersion) {}

  /** What is allowed, from when to when, and whether a second person must agree. */
  public record Grant(
      List<String> scopes, Instant notBefore, Instant expiresAt, boolean needsApproval) {}

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String publicId() {
    return publicId;
  }

  public String partner() {
    return partner;
  }

  public List<String> scopes() {
    return List.copyOf(scopes);
  }

  public KeyStatus status() {
    return status;
  }

  public Instant notBefore() {
    return notBefore;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public @Nullable UUID replaces() {
    return replaces;
  }

  public Limits limits() {
    return limits;
  }

  public Hands hands() {
    return hands;
  }

  public int pepperVersion() {
    return pepperVersion;
  }
}
