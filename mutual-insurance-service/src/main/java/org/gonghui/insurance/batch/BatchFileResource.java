package org.gonghui.insurance.batch;

import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.roster.ErrorFile;
import org.gonghui.insurance.roster.ErrorFile.FaultyRow;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.problem.Problems;
import org.jboss.resteasy.reactive.RestPath;

/** The faulty rows of a roster as a file to work with. */
@Path("/enrolment-batches/{id}/error-file")
@Tag(name = "Rosters")
@RolesAllowed({EMPLOYER_CLERK, OFFICER})
public class BatchFileResource {
  private static final int ROWS_AT_ONCE = 1_000;

  private final BatchOffice office;
  private final BatchRows rows;
  private final Caller caller;

  BatchFileResource(BatchOffice office, BatchRows rows, Caller caller) {
    this.office = office;
    this.rows = rows;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "getErrorFile",
      summary = "Get the rejected rows as they came, with every fault; fix and upload them again")
  public Response errorFile(@RestPath UUID id) {
    var batch = office.require(id, caller);
    var layout = batch.layout();
    if (layout == null) {
      throw Problems.NOT_FOUND.because("the roster is not read yet");
    }
    var file = new ErrorFile(layout, batch.titles());
    return RosterFiles.answer(
        layout, "errors", out -> file.write(out, each -> forEachRejected(id, each)));
  }

  private void forEachRejected(UUID id, Consumer<FaultyRow> each) {
    var after = 0;
    var found = rows.rejected(id, after, ROWS_AT_ONCE);
    while (!found.isEmpty()) {
      for (var full : found) {
        var row = full.row();
        each.accept(new FaultyRow(row.rowNo(), full.original(), row.faults()));
      }
      after = found.getLast().row().rowNo();
      found = rows.rejected(id, after, ROWS_AT_ONCE);
    }
  }
}
