package org.gonghui.aid.jobaid;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** All services to persons, and the fairs that some were given at. */
@ApplicationScoped
public class JobHelps implements PanacheRepositoryBase<JobHelp, UUID> {

  boolean exists(PersonKey person, JobHelp.Kind kind, LocalDate on, @Nullable UUID fair) {
    return count(
            "personKey = ?1 and kind = ?2 and givenOn = ?3 and fairId is not distinct from ?4",
            person.value(),
            kind,
            on,
            fair)
        > 0;
  }

  List<JobHelp> list(
      String area,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID after,
      int most) {
    var query = new StringBuilder("area like ?1");
    query.append(from == null ? " and ?2 is null" : " and givenOn >= ?2");
    query.append(to == null ? " and ?3 is null" : " and givenOn <= ?3");
    query.append(after == null ? " and ?4 is null" : " and id > ?4");
    return find(query + " order by id", area + "%", from, to, after).page(0, most).list();
  }

  void add(JobFair fair) {
    getEntityManager().persist(fair);
  }

  List<JobFair> fairs(String area, @Nullable UUID after, int most) {
    var condition = after == null ? "" : " and id > :after";
    var query =
        getEntityManager()
            .createQuery(
                "from JobFair where area like :area" + condition + " order by id", JobFair.class)
            .setParameter("area", area + "%")
            .setMaxResults(most);
    return (after == null ? query : query.setParameter("after", after)).getResultList();
  }

  /** Whether such a fair was held that day; fairs of the whole city are open to all its towns. */
  boolean isHeld(UUID fair, LocalDate on, String city) {
    return getEntityManager()
        .createQuery(
            "select count(*) > 0 from JobFair"
                + " where id = :id and heldOn = :on and area like :city",
            Boolean.class)
        .setParameter("id", fair)
        .setParameter("on", on)
        .setParameter("city", city + "%")
        .getSingleResult();
  }
}
