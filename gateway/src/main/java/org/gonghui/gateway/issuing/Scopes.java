package org.gonghui.gateway.issuing;

import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gonghui.gateway.partner.PartnerSettings;
import org.gonghui.gateway.route.GatewaySettings;
import org.gonghui.kit.problem.Fault;

/** What keys may be allowed: {@code service:resource:read}, {@code :write} or {@code :reserve}. */
@Singleton
public class Scopes {
  private static final Pattern GRAMMAR =
      Pattern.compile("([a-z][a-z0-9-]{0,39}):([a-z][a-z0-9-]{0,39}):(read|write|reserve)");

  private final Set<String> services;
  private final Set<String> moving;

  Scopes(GatewaySettings gateway, PartnerSettings partners) {
    this.services = Set.copyOf(gateway.routes().keySet());
    this.moving = Set.copyOf(partners.moneyScopes());
  }

  /** The scopes without repetition, or every fault with its place. */
  List<String> require(List<String> wanted) {
    var faults = new ArrayList<Fault>();
    for (var i = 0; i < wanted.size(); i++) {
      var parts = GRAMMAR.matcher(wanted.get(i));
      if (!parts.matches()) {
        faults.add(fault(i, "SCOPE_MALFORMED", "is not service:resource:read|write|reserve"));
      } else if (!services.contains(parts.group(1))) {
        faults.add(fault(i, "SERVICE_UNKNOWN", "names no service of this platform"));
      }
    }
    if (!faults.isEmpty()) {
      throw INVALID.because("see errors").and(faults);
    }
    return List.copyOf(new TreeSet<>(wanted));
  }

  private static Fault fault(int place, String code, String message) {
    return new Fault("/scopes/" + place, code, message);
  }

  /** Whether any of them moves money, so that two people must agree. */
  boolean moveMoney(Collection<String> scopes) {
    return scopes.stream().anyMatch(moving::contains);
  }
}
