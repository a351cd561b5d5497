package org.gonghui.insurance.result;

import static org.gonghui.kit.identity.Role.FINANCE;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.bank.result.ResultFormat;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;

/** Where the bank answers to the payments of a batch. */
@Path("/bank-results")
@Tag(name = "Bank")
@RolesAllowed({FINANCE, "mutual-insurance:bank:write"})
@Transactional
public class ResultResource {
  private static final int LONGEST_SECONDS = 600;

  private final ResultBooking results;
  private final Audit audit;
  private final Caller caller;

  ResultResource(ResultBooking results, Audit audit, Caller caller) {
    this.results = results;
    this.audit = audit;
    this.caller = caller;
  }

  @POST
  @Consumes({"text/csv", "application/xml", "text/xml"})
  @Idempotent(required = true)
  @TransactionConfiguration(timeout = LONGEST_SECONDS)
  @Operation(
      operationId = "bookBankResults",
      summary = "Take a result file (GH-RES-1 as text/csv, pain.002.001.10 as application/xml)",
      description = "A rejection returns the payment; an acceptance is progress, never a payment")
  public ResultReport results(
      @HeaderParam("Content-Type") String mediaType, @NotNull InputStream file) {
    var booked = results.book(ResultFormat.of(mediaType), file, caller);
    var report = booked.report();
    audit.record(
        new Act(
            "bank-results-booked",
            "payment-batch",
            booked.batchId(),
            caller.area(),
            null,
            Map.of(),
            Map.of("lines", report.lines(), "returned", report.returned())));
    return report;
  }
}
