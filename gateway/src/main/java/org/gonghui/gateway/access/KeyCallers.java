package org.gonghui.gateway.access;

import static org.gonghui.gateway.problem.Refusal.KEY_INVALID;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gonghui.gateway.access.Caller.Kind;
import org.gonghui.gateway.limit.Paces;
import org.gonghui.gateway.partner.KeyText;
import org.gonghui.gateway.partner.PartnerKey;
import org.gonghui.gateway.partner.PartnerRegister;

/** Callers known by their partner key. */
@Singleton
public class KeyCallers {
  private final PartnerRegister register;
  private final Paces paces;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  public KeyCallers(PartnerRegister register, Paces paces) {
    this.register = register;
    this.paces = paces;
  }

  /** Rubbish is refused by its checksum; every other fault gets one and the same answer. */
  Passport require(String presented, long nowMillis) {
    var text = KeyText.parse(presented);
    if (text == null) {
      throw KEY_INVALID.because("This is not a partner key of this platform");
    }
    var key = register.find(text.publicId());
    if (key == null || !register.matches(key, text.secret()) || !key.isUsable(nowMillis)) {
      throw KEY_INVALID.because("The key is unknown, expired or revoked");
    }
    var known = held.get(text.publicId());
    if (known == null || known.key() != key) {
      known = new Held(key, passport(key));
      held.put(text.publicId(), known);
    }
    return known.passport();
  }

  private Passport passport(PartnerKey key) {
    var subject = "partner:" + key.partnerId();
    var caller =
        new Caller(
            subject,
            key.partnerName(),
            Kind.PARTNER,
            key.scopes(),
            key.area(),
            null,
            null,
            key.providers(),
            null);
    return new Passport(caller, paces.ofPrincipal(subject), key.expiresAt());
  }

  /** The passport of one reading of the register; a newer reading makes a new one. */
  private record Held(PartnerKey key, Passport passport) {}
}
