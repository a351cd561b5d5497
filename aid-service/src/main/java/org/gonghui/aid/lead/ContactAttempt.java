package org.gonghui.aid.lead;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.gonghui.kit.time.Uuid7;

/** One try to reach the person of a lead. */
@Entity
public class ContactAttempt {
  /** How it was tried. */
  public enum Channel {
    PHONE,
    VISIT,
    MESSAGE
  }

  @Id private UUID id;
  private UUID leadId;

  @Enumerated(STRING)
  private Channel channel;

  private boolean reached;
  private String officer;
  private Instant at;

  protected ContactAttempt() {}

  ContactAttempt(UUID leadId, Channel channel, boolean reached, String officer, Instant at) {
    this.id = Uuid7.next();
    this.leadId = leadId;
    this.channel = channel;
    this.reached = reached;
    this.officer = officer;
    this.at = at;
  }

  public Channel channel() {
    return channel;
  }

  public boolean reached() {
    return reached;
  }

  public String officer() {
    return officer;
  }

  public Instant at() {
    return at;
  }
}
