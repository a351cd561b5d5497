package org.gonghui.kit.identity;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;

/**
 * Who asks, as the gateway vouches for: roles, jurisdiction and, where there is one, the person or
 * employer behind the token. Inject it into resources; it belongs to the request.
 */
public interface Caller {
  /** How a caller came in. */
  enum Kind {
    USER,
    PARTNER,
    SERVICE
  }

  Kind kind();

  /** The stable id: Keycloak's subject, or {@code partner:<id>}. */
  String subject();

  /** The name for audit entries: login name or partner name. */
  String name();

  /** Realm roles and, for partners and services, their scopes. */
  Set<String> roles();

  /** The area prefix that the caller answers for. */
  String area();

  Optional<PersonKey> personKey();

  Optional<CreditCode> employer();

  /** Provider codes that a hospital's key speaks for; {@code *} for all. */
  List<String> providers();

  String requestId();

  default boolean has(String role) {
    return roles().contains(role);
  }

  default boolean sees(String recordArea) {
    return recordArea.startsWith(area());
  }

  /** Answers 404, not 403, so that existence does not leak. */
  default void requireSees(String recordArea) {
    if (!sees(recordArea)) {
      throw NOT_FOUND.because("nothing of that id in your area");
    }
  }
}
