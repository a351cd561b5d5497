package org.gonghui.aid.jobaid.vacancy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.gonghui.kit.job.RecurringWork;
import org.gonghui.kit.time.ClockProducer;
import org.jboss.logging.Logger;

/** Ends vacancies that nobody has renewed. */
@Singleton
public class VacancyExpiry implements RecurringWork {
  private static final Logger LOG = Logger.getLogger(VacancyExpiry.class);

  private final Vacancies vacancies;

  VacancyExpiry(Vacancies vacancies) {
    this.vacancies = vacancies;
  }

  @Override
  public String name() {
    return "vacancy-expiry";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  @Transactional
  public void run(Instant now) {
    LOG.debugf(
        "%d vacancies expired", vacancies.expire(LocalDate.ofInstant(now, ClockProducer.ZONE)));
  }
}
