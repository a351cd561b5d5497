package org.gonghui.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.gonghui.gateway.partner.PartnerKey.Bounds;
import org.gonghui.gateway.partner.PartnerKey.Holder;
import org.gonghui.gateway.partner.PartnerKey.Proof;
import org.jspecify.annotations.Nullable;

/** The local platform's partners, read from a file at start; the file holds hashes, no secrets. */
@Singleton
public class DemoPartners {
  private static final Duration LONGEST = Duration.ofDays(365);

  private final PartnerStore store;
  private final PartnerSettings settings;
  private final ObjectMapper json;
  private final Clock clock;

  public DemoPartners(
      PartnerStore store, PartnerSettings settings, ObjectMapper json, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  void seed() {
    settings.demoFile().filter(file -> !file.isBlank()).ifPresent(this::seedFrom);
  }

  private void seedFrom(String file) {
    try {
      for (var partner : json.readTree(Path.of(file).toFile()).path("partners")) {
        store.save(read(partner));
      }
    } catch (IOException | SQLException cause) {
      throw new IllegalStateException("partners of " + file + " cannot be seeded", cause);
    }
  }

  private PartnerKey read(JsonNode partner) {
    var from = instant(partner.path("notBefore"), clock.instant().minusSeconds(60));
    var latest = from.plus(LONGEST);
    var until = instant(partner.path("notAfter"), latest);
    return new PartnerKey(
        UUID.randomUUID(),
        partner.path("publicId").asText(),
        new Proof(HexFormat.of().parseHex(partner.path("secretHmac").asText()), 1),
        true,
        from,
        until.isAfter(latest) ? latest : until,
        texts(partner.path("scopes")),
        new Holder(
            partner.path("id").asText(),
            partner.path("name").asText(),
            text(partner.path("area")),
            texts(partner.path("providers"))),
        Bounds.NONE);
  }

  private static Instant instant(JsonNode node, Instant otherwise) {
    return node.isTextual() ? Instant.parse(node.asText()) : otherwise;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
