package org.gonghui.aid.jobaid.vacancy;

import static jakarta.persistence.EnumType.STRING;
import static org.gonghui.aid.jobaid.vacancy.VacancyProblems.NO_PLACE_LEFT;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.aid.jobaid.vacancy.Offer.Shift;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.time.Uuid7;

/** Work that an employer offers to a number of persons. */
@Entity
public class Vacancy {
  @Id private UUID id;
  @Version private long version;
  private String employer;
  private String area;
  private String title;
  private String trade;
  private int places;
  private int filled;
  private Money payFrom;
  private Money payTo;

  @Enumerated(STRING)
  private Shift shift;

  @Enumerated(STRING)
  private VacancyStatus status;

  private LocalDate validTo;
  private Instant openedAt;

  protected Vacancy() {}

  Vacancy(CreditCode employer, String area, Offer offer, LocalDate validTo, Instant now) {
    this.id = Uuid7.next();
    this.employer = employer.value();
    this.area = area;
    this.title = offer.title();
    this.trade = offer.trade();
    this.places = offer.places();
    this.payFrom = offer.payFrom();
    this.payTo = offer.payTo();
    this.shift = offer.shift();
    this.status = VacancyStatus.OPEN;
    this.validTo = validTo;
    this.openedAt = now;
  }

  /** One more person has begun there; with the last place it is filled. */
  public void fillPlace() {
    if (filled == places) {
      throw NO_PLACE_LEFT.because("%d of %d places are taken", filled, places);
    }
    if (filled + 1 == places) {
      status = status.requireNext(VacancyStatus.FILLED);
    }
    filled++;
  }

  void close() {
    status = status.requireNext(VacancyStatus.CLOSED);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CreditCode employer() {
    return CreditCode.of(employer);
  }

  public String area() {
    return area;
  }

  public String title() {
    return title;
  }

  public String trade() {
    return trade;
  }

  public int places() {
    return places;
  }

  public int filled() {
    return filled;
  }

  public Money payFrom() {
    return payFrom;
  }

  public Money payTo() {
    return payTo;
  }

  public Shift shift() {
    return shift;
  }

  public VacancyStatus status() {
    return status;
  }

  public LocalDate validTo() {
    return validTo;
  }
}
