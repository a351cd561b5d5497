package org.gonghui.insurance.member;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CreditCode;

/**
 * Who may act for an employer: its own clerk, and staff of its area; to others it does not exist.
 */
public final class EmployerAccess {
  private EmployerAccess() {}

  public static void require(Caller caller, Employer employer) {
    require(caller, employer.creditCode(), employer.area());
  }

  public static void require(Caller caller, CreditCode employer, String area) {
    var allowed =
        caller.has(Role.EMPLOYER_CLERK)
            ? caller.employer().filter(employer::equals).isPresent()
            : caller.sees(area);
    if (!allowed) {
      throw NOT_FOUND.because("nothing of that id for you");
    }
  }
}
