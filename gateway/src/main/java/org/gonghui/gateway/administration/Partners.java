package org.gonghui.gateway.administration;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** All partners. */
@ApplicationScoped
public class Partners implements PanacheRepositoryBase<Partner, UUID> {

  public Partner require(UUID id, Caller caller) {
    var partner = findByIdOptional(id).orElseThrow(Partners::unknown);
    caller.requireSees(partner.area());
    return partner;
  }

  /** The partner that a key belongs to. */
  public Partner requireByCode(String code, Caller caller) {
    var partner = find("code", code).firstResultOptional().orElseThrow(Partners::unknown);
    caller.requireSees(partner.area());
    return partner;
  }

  /** Partners of an area in the order they were made, from the one after {@code after}. */
  List<Partner> list(
      String area, @Nullable PartnerStatus status, @Nullable UUID after, int atMost) {
    var query = new StringBuilder("area like ?1");
    query.append(status == null ? " and ?2 is null" : " and status = ?2");
    query.append(after == null ? " and ?3 is null" : " and id > ?3");
    return find(query + " order by id", area + "%", status, after).page(0, atMost).list();
  }

  private static Problem unknown() {
    return NOT_FOUND.because("nothing of that id in your area");
  }
}
