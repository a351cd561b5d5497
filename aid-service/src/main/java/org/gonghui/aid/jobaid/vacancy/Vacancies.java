package org.gonghui.aid.jobaid.vacancy;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.jspecify.annotations.Nullable;

/** All vacancies. Everybody of the city sees them; who offered one, and staff, may change it. */
@ApplicationScoped
public class Vacancies implements PanacheRepositoryBase<Vacancy, UUID> {
  private static final int CANDIDATES = 2_000;

  public Vacancy require(UUID id, Caller caller) {
    return findByIdOptional(id)
        .filter(vacancy -> isPublicTo(vacancy.area(), caller))
        .orElseThrow(() -> NOT_FOUND.because("no vacancy of that id in your city"));
  }

  /** The vacancy with its row locked, so that places are filled one by one. */
  public Vacancy requireLocked(UUID id, Caller caller) {
    var vacancy = require(id, caller);
    getEntityManager().refresh(vacancy, LockModeType.PESSIMISTIC_WRITE);
    return vacancy;
  }

  /** A clerk changes what the own employer offers, an officer what lies in the own area. */
  Vacancy requireOwn(UUID id, Caller caller) {
    var vacancy = require(id, caller);
    var isOwn =
        caller.has(Role.OFFICER)
            ? caller.sees(vacancy.area())
            : caller.employer().filter(vacancy.employer()::equals).isPresent();
    if (!isOwn) {
      throw NOT_FOUND.because("no vacancy of that id is yours to change");
    }
    return vacancy;
  }

  List<Vacancy> list(String area, @Nullable VacancyStatus status, @Nullable UUID after, int most) {
    var query = new StringBuilder("area like ?1");
    query.append(status == null ? " and ?2 is null" : " and status = ?2");
    query.append(after == null ? " and ?3 is null" : " and id > ?3");
    return find(query + " order by id", area + "%", status, after).page(0, most).list();
  }

  /** The newest open ones of a city, for ranking by somebody's wishes. */
  List<Vacancy> candidates(String city, LocalDate today) {
    return find(
            "area like ?1 and status = ?2 and validTo >= ?3 order by id desc",
            city + "%",
            VacancyStatus.OPEN,
            today)
        .page(0, CANDIDATES)
        .list();
  }

  /** Ends what has had its time. */
  int expire(LocalDate today) {
    return update(
        "status = ?1, version = version + 1 where status = ?2 and validTo < ?3",
        VacancyStatus.EXPIRED,
        VacancyStatus.OPEN,
        today);
  }

  private static boolean isPublicTo(String area, Caller caller) {
    var city = caller.area().substring(0, Math.min(4, caller.area().length()));
    return area.startsWith(city);
  }
}
