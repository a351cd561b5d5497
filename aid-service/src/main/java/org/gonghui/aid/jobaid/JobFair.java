package org.gonghui.aid.jobaid;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.time.Uuid7;

/** A day on which employers and seekers meet (招聘会). */
@Entity
public class JobFair {
  @Id private UUID id;
  @Version private long version;
  private String area;
  private String name;
  private LocalDate heldOn;
  private String place;
  private int employers;

  protected JobFair() {}

  JobFair(String area, String name, LocalDate heldOn, String place, int employers) {
    this.id = Uuid7.next();
    this.area = area;
    this.name = name;
    this.heldOn = heldOn;
    this.place = place;
    this.employers = employers;
  }

  public UUID id() {
    return id;
  }

  public String area() {
    return area;
  }

  public String name() {
    return name;
  }

  public LocalDate heldOn() {
    return heldOn;
  }

  public String place() {
    return place;
  }

  public int employers() {
    return employers;
  }
}
