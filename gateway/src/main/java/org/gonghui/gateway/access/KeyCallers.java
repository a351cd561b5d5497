package org.gonghui.gateway.access;

import static org.gonghui.gateway.problem.Refusal.ADDRESS_REFUSED;
import static org.gonghui.gateway.problem.Refusal.KEY_INVALID;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gonghui.gateway.access.Caller.Kind;
import org.gonghui.gateway.limit.Allowances;
import org.gonghui.gateway.limit.Client;
import org.gonghui.gateway.partner.KeyText;
import org.gonghui.gateway.partner.PartnerKey;
import org.gonghui.gateway.partner.PartnerRegister;
import org.gonghui.gateway.partner.PartnerSettings;
import org.gonghui.gateway.problem.Refused;
import org.gonghui.gateway.usage.UsageMeter;
import org.jspecify.annotations.Nullable;

/** Callers known by their partner key. */
@Singleton
public class KeyCallers {
  private final PartnerRegister register;
  private final Allowances allowances;
  private final UsageMeter usage;
  private final PartnerSettings settings;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  public KeyCallers(
      PartnerRegister register, Allowances allowances, UsageMeter usage, PartnerSettings settings) {
    this.register = register;
    this.allowances = allowances;
    this.usage = usage;
    this.settings = settings;
  }

  /** Nothing for a key that this gateway has not heard of; rubbish is refused by its checksum. */
  @Nullable Passport find(String presented, Client client, long nowMillis) {
    var text = parse(presented);
    var key = register.find(text.publicId());
    return key == null ? null : passport(key, text, client, nowMillis);
  }

  /** Looks whether the key was made just now; every fault of a key gets one and the same answer. */
  Future<Passport> learn(String presented, Client client, long nowMillis) {
    return register
        .learn()
        .map(
            _ -> {
              var passport = find(presented, client, nowMillis);
              if (passport == null) {
                throw unusable();
              }
              return passport;
            });
  }

  private static KeyText parse(String presented) {
    var text = KeyText.parse(presented);
    if (text == null) {
      throw KEY_INVALID.because("This is not a partner key of this platform");
    }
    return text;
  }

  private static Refused unusable() {
    return KEY_INVALID.because("The key is unknown, expired or revoked");
  }

  private Passport passport(PartnerKey key, KeyText text, Client client, long nowMillis) {
    if (!register.matches(key, text.secret()) || !key.isUsable(nowMillis)) {
      throw unusable();
    }
    if (!key.mayComeFrom(client.address())) {
      throw ADDRESS_REFUSED.because("The key is bound to other addresses");
    }
    var known = held.get(text.publicId());
    if (known == null || known.key() != key) {
      known = new Held(key, passport(key));
      held.put(text.publicId(), known);
    }
    return known.passport();
  }

  private Passport passport(PartnerKey key) {
    var holder = key.holder();
    var caller =
        new Caller(
            "partner:" + holder.code(),
            holder.name(),
            Kind.PARTNER,
            key.scopes(),
            holder.area(),
            null,
            null,
            holder.providers(),
            null);
    return new Passport(
        caller,
        allowances.ofKey(key.publicId(), key.bounds()),
        key.expiresAt(),
        usage.of(key.id()),
        key.expiresAt().minus(settings.warnBefore()));
  }

  /** The passport of one reading of the register; a newer reading makes a new one. */
  private record Held(PartnerKey key, Passport passport) {}
}
