package org.gonghui.gateway.partner;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How partner keys are checked. */
@ConfigMapping(prefix = "gonghui.gateway.partner")
public interface PartnerSettings {
  /** HMAC keys in base64, each as {@code version:key}; a bare one is version 1. */
  List<String> pepper();

  /** A JSON file of partners to be known at start. */
  Optional<String> demoFile();

  /** How often a gateway looks for changes. */
  Duration refresh();

  /** Scopes that move money: a key with one of them needs a second person's approval. */
  List<String> moneyScopes();

  /** From how long before its end on a key's holder is warned in every answer. */
  Duration warnBefore();
}
