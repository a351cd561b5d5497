package org.gonghui.insurance.filing;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.death.Heirs;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.PersonKey;

/** Who sees which claim; to everybody else it does not exist. */
@ApplicationScoped
public class ClaimAccess {
  private final Claims claims;
  private final Heirs heirs;
  private final Caller caller;

  ClaimAccess(Claims claims, Heirs heirs, Caller caller) {
    this.claims = claims;
    this.heirs = heirs;
    this.caller = caller;
  }

  public Claim require(UUID id) {
    var claim = claims.require(id);
    if (!sees(claim)) {
      throw NOT_FOUND.because("there is no such claim");
    }
    return claim;
  }

  public boolean isStaff() {
    return Stream.of(Role.OFFICER, Role.REVIEWER, Role.APPROVER, Role.FINANCE, Role.AUDITOR)
        .anyMatch(caller::has);
  }

  /** Whether the caller may read what happened to the body; an employer never. */
  public boolean readsMedicalFacts() {
    return isStaff() || caller.has(Role.MEMBER);
  }

  /** Whether it is the caller's own claim, as member or as heir. */
  public boolean isOwn(Claim claim) {
    return caller
        .personKey()
        .map(key -> key.equals(claim.head().personKey()) || isNamed(claim, key))
        .orElse(false);
  }

  private boolean isNamed(Claim claim, PersonKey key) {
    return claim.head().kind() == BenefitKind.DEATH && heirs.isNamed(claim.id(), key);
  }

  private boolean sees(Claim claim) {
    if (isStaff()) {
      return caller.sees(claim.head().area());
    }
    if (caller.has(Role.EMPLOYER_CLERK)) {
      return claim.head().filedBy().equals(caller.subject());
    }
    return isOwn(claim);
  }
}
