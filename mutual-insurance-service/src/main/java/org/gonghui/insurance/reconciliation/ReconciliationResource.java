package org.gonghui.insurance.reconciliation;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.problem.Problems.INVALID;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;

/** Where finance and auditors see that nothing is missing. */
@Path("/reconciliations/{date}")
@Tag(name = "Bank")
@RolesAllowed({FINANCE, APPROVER, AUDITOR})
@Transactional
public class ReconciliationResource {
  private static final int CITY = 4;

  private final Reconciling reconciling;
  private final Caller caller;

  ReconciliationResource(Reconciling reconciling, Caller caller) {
    this.reconciling = reconciling;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "getReconciliation",
      summary = "Bank against books of one day, both ways, and where every approved cent is")
  public Reconciliation get(@RestPath String date) {
    if (caller.area().length() > CITY) {
      throw NOT_FOUND.because("the accounts are the city's");
    }
    return reconciling.of(day(date));
  }

  private static LocalDate day(String date) {
    try {
      if (date.matches("20\\d\\d-\\d\\d-\\d\\d")) {
        return LocalDate.parse(date);
      }
    } catch (DateTimeParseException _) {
      // No such day; refused below like any other text.
    }
    throw INVALID.at("date", "is not a date such as 2017-12-29");
  }
}
