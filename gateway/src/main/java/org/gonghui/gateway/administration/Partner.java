package org.gonghui.gateway.administration;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** An agency that may call the platform from its own systems. */
@Entity
public class Partner {
  @Id
  @Column(name = "uid")
  private UUID id;

  @Version private long version;

  /** What the services hear: {@code partner:<code>}. */
  @Column(name = "id")
  private String code;

  private String name;

  @Enumerated(STRING)
  private PartnerKind kind;

  private @Nullable String area;
  private List<String> providers;

  @Enumerated(STRING)
  private PartnerStatus status;

  @Convert(converter = SealedContact.class)
  private @Nullable Contact contact;

  private String createdBy;
  private Instant createdAt;

  protected Partner() {}

  Partner(String code, Profile profile, String createdBy, Instant createdAt) {
    this.id = Uuid7.next();
    this.code = code;
    this.status = PartnerStatus.ACTIVE;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
    this.name = profile.name();
    this.kind = profile.kind();
    this.area = profile.area();
    this.providers = profile.providers();
    this.contact = profile.contact();
  }

  void describe(Profile profile) {
    name = profile.name();
    kind = profile.kind();
    area = profile.area();
    providers = profile.providers();
    contact = profile.contact();
  }

  void suspend() {
    status = status.requireNext(PartnerStatus.SUSPENDED);
  }

  void resume() {
    status = status.requireNext(PartnerStatus.ACTIVE);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public PartnerKind kind() {
    return kind;
  }

  /** Nobody sees a partner without one. */
  public String area() {
    return area == null ? "" : area;
  }

  public List<String> providers() {
    return List.copyOf(providers);
  }

  public PartnerStatus status() {
    return status;
  }

  @Nullable Contact contact() {
    return contact;
  }

  String createdBy() {
    return createdBy;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** What may be told about a partner, and changed. */
  record Profile(
      String name,
      PartnerKind kind,
      String area,
      List<String> providers,
      @Nullable Contact contact) {}
}
