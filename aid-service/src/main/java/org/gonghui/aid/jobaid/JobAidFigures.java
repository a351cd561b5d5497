package org.gonghui.aid.jobaid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import org.gonghui.aid.jobaid.Seekers.Seeker;
import org.gonghui.kit.person.PersonKey;

/** Counts persons, not services: each once, in the town of their first service in the window. */
@ApplicationScoped
public class JobAidFigures {
  private static final String SEEKERS =
      """
      select distinct on (h.person_key) h.person_key, h.area,
        (select min(p.start_on) from placement p
          where p.person_key = h.person_key and p.status in ('PLACED', 'ENDED')
            and p.start_on between :from and :placedUntil) as placed_on
      from job_help h
      where h.given_on between :from and :to and h.area like :area
      order by h.person_key, h.given_on, h.id
      """;
  private static final String SERVICES =
      "select count(*) from job_help where given_on between :from and :to and area like :area";
  private static final String FAIRS =
      "select count(*) from job_fair where held_on between :from and :to and area like :area";

  private final EntityManager entities;

  JobAidFigures(EntityManager entities) {
    this.entities = entities;
  }

  /** Everybody served in a window, with the first day of proven work until some days later. */
  public Seekers seekers(Window window, String area) {
    var rows =
        entities
            .createNativeQuery(SEEKERS, Tuple.class)
            .setParameter("from", window.from())
            .setParameter("to", window.to())
            .setParameter("placedUntil", window.placedUntil())
            .setParameter("area", area + "%")
            .getResultStream();
    return new Seekers(rows.map(row -> seeker((Tuple) row)).toList());
  }

  public long services(Window window, String area) {
    return count(SERVICES, window, area);
  }

  public long fairs(Window window, String area) {
    return count(FAIRS, window, area);
  }

  private long count(String sql, Window window, String area) {
    return ((Number)
            entities
                .createNativeQuery(sql)
                .setParameter("from", window.from())
                .setParameter("to", window.to())
                .setParameter("area", area + "%")
                .getSingleResult())
        .longValue();
  }

  private static Seeker seeker(Tuple row) {
    return new Seeker(
        PersonKey.of(row.get("person_key", String.class)),
        row.get("area", String.class),
        row.get("placed_on", LocalDate.class));
  }

  /** Days, both counted, and how long a placement still counts for them. */
  public record Window(LocalDate from, LocalDate to, LocalDate placedUntil) {}
}
