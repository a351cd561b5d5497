package org.gonghui.insurance.enrolment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.job.RecurringWork;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.time.ClockProducer;

/** Starts and ends covers on their days; of backfilled years nothing is told. */
@Singleton
public class CoverTimers implements RecurringWork {
  private static final int AT_ONCE = 5_000;
  private static final String MOVE =
      """
      update enrolment set status = ?, version = version + 1
      where id in (
        select e.id from enrolment e
        join plan_year y on y.plan_code = e.plan_code and y.year = e.plan_year
        where e.status = ? and e.%s <= ? and e.cover_from < e.cover_until and y.intake = 'LIVE'
        limit ? for update of e skip locked)
      returning *
      """;

  private final Sql sql;
  private final Outbox outbox;

  CoverTimers(Sql sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "cover-timers";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(1);
  }

  @Override
  @Transactional
  public void run(Instant now) {
    var today = LocalDate.ofInstant(now, ClockProducer.ZONE);
    move(EnrolmentStatus.PAID, EnrolmentStatus.IN_COVER, "cover_from", today, e -> started(e, now));
    move(
        EnrolmentStatus.IN_COVER,
        EnrolmentStatus.EXPIRED,
        "cover_until",
        today,
        e -> Enrolments.ended(e, "COVER_END", now));
  }

  private void move(
      EnrolmentStatus from,
      EnrolmentStatus to,
      String column,
      LocalDate today,
      Function<Enrolment, EnrolmentEvent> news) {
    List<Enrolment> moved;
    do {
      moved = sql.list(MOVE.formatted(column), Enrolments::read, to, from, today, AT_ONCE);
      outbox.recordAll(moved.stream().map(news).toList());
    } while (moved.size() == AT_ONCE);
  }

  private static EnrolmentEvent started(Enrolment enrolment, Instant now) {
    return new EnrolmentEvent.CoverStarted(
        enrolment.id(),
        enrolment.personKey(),
        enrolment.employer(),
        enrolment.area(),
        enrolment.cover().from(),
        enrolment.cover().until(),
        now);
  }
}
