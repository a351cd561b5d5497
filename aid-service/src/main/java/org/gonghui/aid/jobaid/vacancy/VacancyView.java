package org.gonghui.aid.jobaid.vacancy;

import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.aid.jobaid.vacancy.Offer.Shift;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;

/** A vacancy for everybody to see; pay in CNY a month. */
public record VacancyView(
    UUID id,
    CreditCode employer,
    String area,
    String title,
    String trade,
    int places,
    int filled,
    Money payFrom,
    Money payTo,
    Shift shift,
    VacancyStatus status,
    LocalDate validTo) {
  static VacancyView of(Vacancy vacancy) {
    return new VacancyView(
        vacancy.id(),
        vacancy.employer(),
        vacancy.area(),
        vacancy.title(),
        vacancy.trade(),
        vacancy.places(),
        vacancy.filled(),
        vacancy.payFrom(),
        vacancy.payTo(),
        vacancy.shift(),
        vacancy.status(),
        vacancy.validTo());
  }
}
