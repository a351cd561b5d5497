package org.gonghui.aid.jobaid.placement;

import static org.gonghui.aid.jobaid.placement.PlacementProblems.PLACEMENT_RUNNING;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** All placements. */
@ApplicationScoped
public class Placements implements PanacheRepositoryBase<Placement, UUID> {
  private static final List<PlacementStatus> RUNNING =
      List.of(PlacementStatus.REFERRED, PlacementStatus.OFFERED, PlacementStatus.PLACED);

  Placement require(UUID id, Caller caller) {
    var placement =
        findByIdOptional(id)
            .orElseThrow(() -> NOT_FOUND.because("nothing of that id in your area"));
    caller.requireSees(placement.area());
    return placement;
  }

  /** A clear word for the usual case; two at once are kept apart by a unique index. */
  void requireNoneRunning(PersonKey person, CreditCode employer) {
    var query = "personKey = ?1 and employer = ?2 and status in ?3";
    if (count(query, person.value(), employer.value(), RUNNING) > 0) {
      throw PLACEMENT_RUNNING.because("finish that one first");
    }
  }

  List<Placement> list(
      String area, @Nullable LocalDate checkDueUntil, @Nullable UUID after, int most) {
    var query = new StringBuilder("area like ?1");
    query.append(checkDueUntil == null ? " and ?2 is null" : " and checkDueOn <= ?2");
    query.append(after == null ? " and ?3 is null" : " and id > ?3");
    return find(query + " order by id", area + "%", checkDueUntil, after).page(0, most).list();
  }
}
