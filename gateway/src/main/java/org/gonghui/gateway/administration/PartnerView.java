package org.gonghui.gateway.administration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partner as operations see it; its contact is masked. */
public record PartnerView(
    UUID id,
    String code,
    String name,
    PartnerKind kind,
    String area,
    List<String> providers,
    PartnerStatus status,
    @Nullable Contact contact,
    String createdBy,
    Instant createdAt,
    long version) {

  static PartnerView of(Partner partner) {
    var contact = partner.contact();
    return new PartnerView(
        partner.id(),
        partner.code(),
        partner.name(),
        partner.kind(),
        partner.area(),
        partner.providers(),
        partner.status(),
        contact == null ? null : contact.masked(),
        partner.createdBy(),
        partner.createdAt(),
        partner.version());
  }
}
