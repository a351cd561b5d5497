package org.gonghui.gateway.key;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All keys. */
@ApplicationScoped
public class IssuedKeys implements PanacheRepositoryBase<IssuedKey, UUID> {

  public IssuedKey require(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(() -> NOT_FOUND.because("nothing of that id in your area"));
  }

  /** A partner's keys in the order they were made, from the one after {@code after}. */
  public List<IssuedKey> ofPartner(String code, @Nullable UUID after, int atMost) {
    var query = "partner = ?1 and " + (after == null ? "?2 is null" : "id > ?2") + " order by id";
    return find(query, code, after).page(0, atMost).list();
  }

  /** Keys that end before an instant and were not yet warned of so late. */
  List<IssuedKey> expiring(Instant now, Instant before, int days, int atMost) {
    return find(
            "from IssuedKey k where k.status = ?1 and k.expiresAt > ?2 and k.expiresAt <= ?3"
                + " and (k.warnedDays is null or k.warnedDays > ?4)"
                + " and not exists (select 1 from IssuedKey s where s.replaces = k.id"
                + " and s.status = ?1) order by k.expiresAt",
            KeyStatus.ACTIVE,
            now,
            before,
            days)
        .page(0, atMost)
        .list();
  }

  /** When a key was last used, as far as the gateways have told. */
  public Optional<Instant> lastUse(UUID id) {
    return getEntityManager()
        .createNativeQuery("select used_at from key_last_use where key_uid = ?1", Instant.class)
        .setParameter(1, id)
        .getResultStream()
        .map(Instant.class::cast)
        .findFirst();
  }
}
