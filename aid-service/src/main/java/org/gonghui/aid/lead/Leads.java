package org.gonghui.aid.lead;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** All leads. */
@ApplicationScoped
public class Leads implements PanacheRepositoryBase<Lead, UUID> {

  public Lead require(UUID id, Caller caller) {
    var lead =
        findByIdOptional(id)
            .orElseThrow(() -> NOT_FOUND.because("nothing of that id in your area"));
    caller.requireSees(lead.area());
    return lead;
  }

  /**
   * The person's lead that somebody still looks after; locked, so that two signals join it in turn.
   */
  public Optional<Lead> findLive(PersonKey person) {
    return find(
            "personKey = ?1 and status in ?2",
            person.value(),
            List.of(LeadStatus.OPEN, LeadStatus.ASSIGNED, LeadStatus.CONTACTED))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Leads of an area in the order they were opened, from the one after {@code after}. */
  public List<Lead> list(
      String area, @Nullable LeadStatus status, @Nullable UUID after, int atMost) {
    var query = new StringBuilder("area like ?1");
    query.append(status == null ? " and ?2 is null" : " and status = ?2");
    query.append(after == null ? " and ?3 is null" : " and id > ?3");
    return find(query + " order by id", area + "%", status, after).page(0, atMost).list();
  }

  public List<Signal> signalsOf(Lead lead) {
    return getEntityManager()
        .createQuery("from Signal where leadId = :lead order by seenAt", Signal.class)
        .setParameter("lead", lead.id())
        .getResultList();
  }

  public List<ContactAttempt> attemptsOf(Lead lead) {
    return getEntityManager()
        .createQuery("from ContactAttempt where leadId = :lead order by at", ContactAttempt.class)
        .setParameter("lead", lead.id())
        .getResultList();
  }

  void add(ContactAttempt attempt) {
    getEntityManager().persist(attempt);
  }

  boolean knows(Signal.Source source, String sourceKey) {
    return getEntityManager()
        .createQuery(
            "select count(*) > 0 from Signal where source = :source and sourceKey = :key",
            Boolean.class)
        .setParameter("source", source)
        .setParameter("key", sourceKey)
        .getSingleResult();
  }

  String nextNo(int year) {
    var number =
        (Number)
            getEntityManager()
                .createNativeQuery("select nextval('lead_no')", Long.class)
                .getSingleResult();
    return "LD-%d-%07d".formatted(year, number.longValue());
  }
}
