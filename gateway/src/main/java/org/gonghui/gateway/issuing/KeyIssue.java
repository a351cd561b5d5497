package org.gonghui.gateway.issuing;

import static org.gonghui.gateway.key.KeyProblems.EXPIRY_TOO_FAR;
import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gonghui.gateway.administration.Partner;
import org.gonghui.gateway.key.Hands;
import org.gonghui.gateway.key.IssuedKey;
import org.gonghui.gateway.key.IssuedKey.Grant;
import org.gonghui.gateway.key.IssuedKey.Stamp;
import org.gonghui.gateway.key.KeyEvent;
import org.gonghui.gateway.key.KeyTerms;
import org.gonghui.gateway.key.Limits;
import org.gonghui.gateway.partner.KeyText;
import org.gonghui.gateway.partner.Peppers;
import org.jspecify.annotations.Nullable;

/** Makes keys: a new one, or one in the place of another. */
@Singleton
class KeyIssue {
  private final Peppers peppers;
  private final Scopes scopes;
  private final ShownOnce shown;
  private final Clock clock;

  KeyIssue(Peppers peppers, Scopes scopes, ShownOnce shown, Clock clock) {
    this.peppers = peppers;
    this.scopes = scopes;
    this.shown = shown;
    this.clock = clock;
  }

  IssuedKey issue(Partner partner, Wanted wanted, String maker) {
    var now = clock.instant();
    var allowed = scopes.require(wanted.scopes());
    var from = wanted.notBefore() == null ? now : wanted.notBefore();
    return new IssuedKey(
        stamp(),
        partner.code(),
        grant(allowed, from, wanted.expiresAt(), now),
        Limits.of(wanted.terms()),
        Hands.of(maker, now));
  }

  IssuedKey rotate(IssuedKey old, Rotated wanted, String maker) {
    var now = clock.instant();
    var terms = wanted.terms();
    return old.successor(
        stamp(),
        grant(old.scopes(), now, wanted.expiresAt(), now),
        terms == null ? old.limits() : Limits.of(terms),
        Hands.of(maker, now),
        wanted.overlapHours());
  }

  private Stamp stamp() {
    var text = KeyText.generate();
    var version = peppers.newest();
    shown.show(text.text());
    return new Stamp(text.publicId(), peppers.hash(version, text.secret()), version);
  }

  private Grant grant(List<String> allowed, Instant from, Instant until, Instant now) {
    if (!until.isAfter(from) || !until.isAfter(now)) {
      throw INVALID.at("/expiresAt", "lies before the key's beginning");
    }
    if (until.isAfter(from.atOffset(ZoneOffset.UTC).plusYears(1).toInstant())) {
      throw EXPIRY_TOO_FAR.at("/expiresAt", "more than a year after its beginning");
    }
    return new Grant(allowed, from, until, scopes.moveMoney(allowed));
  }

  /** What a new key shall be. */
  record Wanted(
      List<String> scopes, @Nullable Instant notBefore, Instant expiresAt, KeyTerms terms) {}

  /** What a key in the place of another shall be. */
  record Rotated(Instant expiresAt, int overlapHours, @Nullable KeyTerms terms) {}

  /** The news of a key just made. */
  static KeyEvent.Issued issued(IssuedKey key, UUID partner, String area, Instant now) {
    return new KeyEvent.Issued(
        key.id(), partner, area, key.status(), key.replaces(), key.expiresAt(), now);
  }
}
