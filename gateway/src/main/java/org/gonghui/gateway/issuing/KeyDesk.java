package org.gonghui.gateway.issuing;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.gonghui.gateway.administration.Partner;
import org.gonghui.gateway.administration.Partners;
import org.gonghui.gateway.key.IssuedKey;
import org.gonghui.gateway.key.IssuedKeys;
import org.gonghui.gateway.key.KeyEvent;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Finds keys for whoever is before it, notes what they do, and shows the result. */
@RequestScoped
class KeyDesk {
  private final IssuedKeys keys;
  private final Partners partners;
  private final Audit audit;
  private final Outbox outbox;
  private final Caller caller;
  private final Clock clock;

  KeyDesk(
      IssuedKeys keys, Partners partners, Audit audit, Outbox outbox, Caller caller, Clock clock) {
    this.keys = keys;
    this.partners = partners;
    this.audit = audit;
    this.outbox = outbox;
    this.caller = caller;
    this.clock = clock;
  }

  String who() {
    return caller.name();
  }

  Instant now() {
    return clock.instant();
  }

  Partner requirePartner(UUID id) {
    return partners.require(id, caller);
  }

  Partner partnerOf(IssuedKey key) {
    return partners.requireByCode(key.partner(), caller);
  }

  IssuedKey require(UUID id) {
    var key = keys.require(id);
    var _ = partnerOf(key);
    return key;
  }

  IssuedKey requireCurrent(UUID id, @Nullable String ifMatch) {
    var key = require(id);
    EntityTag.requireMatch(ifMatch, key.version());
    return key;
  }

  Page<KeyView> ofPartner(UUID id, PageRequest page) {
    var found = keys.ofPartner(requirePartner(id).code(), page.after(UUID.class), page.size() + 1);
    return Page.of(found.stream().map(key -> view(key, id)).toList(), page, KeyView::id);
  }

  void add(IssuedKey key, Partner partner) {
    keys.persist(key);
    outbox.record(KeyIssue.issued(key, partner.id(), partner.area(), now()));
    note("key-issued", key, null);
  }

  void record(KeyEvent event) {
    outbox.record(event);
  }

  void note(String action, IssuedKey key, @Nullable String reason) {
    var after =
        Map.<String, Object>of(
            "publicId", key.publicId(),
            "status", key.status().name(),
            "scopes", key.scopes(),
            "expiresAt", key.expiresAt().toString(),
            "addresses", key.limits().addresses());
    audit.record(
        new Act(action, "partner-key", key.id(), partnerOf(key).area(), reason, Map.of(), after));
  }

  RestResponse<KeyView> answer(RestResponse.Status status, IssuedKey key) {
    keys.flush();
    return RestResponse.ResponseBuilder.create(status, view(key, partnerOf(key).id()))
        .header("ETag", EntityTag.of(key.version()))
        .build();
  }

  private KeyView view(IssuedKey key, UUID partner) {
    return KeyView.of(key, partner, keys.lastUse(key.id()).orElse(null), now());
  }
}
