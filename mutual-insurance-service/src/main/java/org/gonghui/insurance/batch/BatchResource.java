package org.gonghui.insurance.batch;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.batch.BatchRows.ShownRow;
import org.gonghui.insurance.batch.EnrolmentBatch.Mode;
import org.gonghui.insurance.roster.RowCode;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.gonghui.kit.person.CreditCode;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Rosters: upload, dry run, correction, and what each row came to. */
@Path("/enrolment-batches")
@Tag(name = "Rosters")
@RolesAllowed({EMPLOYER_CLERK, OFFICER, APPROVER, FINANCE, AUDITOR})
@Transactional
@Idempotent
public class BatchResource {
  private final EnrolmentBatches batches;
  private final BatchRows rows;
  private final BatchOffice office;
  private final Caller caller;

  BatchResource(EnrolmentBatches batches, BatchRows rows, BatchOffice office, Caller caller) {
    this.batches = batches;
    this.rows = rows;
    this.office = office;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({EMPLOYER_CLERK, OFFICER})
  @Idempotent(required = true)
  @Answers({200, 202})
  @Operation(
      operationId = "uploadRoster",
      summary = "Upload a roster (CSV or XLSX) for a dry run; 200 when these bytes are known")
  public RestResponse<BatchView> upload(
      @RestForm @NotNull FileUpload file,
      @RestForm @PartType(MediaType.TEXT_PLAIN) @NotNull @Min(1990) @Max(2200) Integer planYear,
      @RestForm @PartType(MediaType.TEXT_PLAIN) @DefaultValue("VALID_ROWS_ONLY") Mode mode,
      @RestForm @PartType(MediaType.TEXT_PLAIN) @Nullable CreditCode employer,
      @RestForm @PartType(MediaType.TEXT_PLAIN) @Nullable Instant declaredAt) {
    var upload = new BatchOffice.Upload(file.fileName(), planYear, mode, employer, declaredAt);
    var taken = office.upload(upload, file.uploadedFile(), caller);
    var status = taken.repeated() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED;
    return BatchAnswer.of(status, taken.batch());
  }

  @GET
  @Operation(operationId = "listRosters", summary = "List rosters, newest first")
  public Page<BatchView> list(
      @RestQuery @Nullable CreditCode employer, @Valid @BeanParam PageRequest page) {
    var isClerk = caller.has(Role.EMPLOYER_CLERK);
    var found =
        batches.list(
            isClerk ? "%" : AreaFilter.of(caller).pattern(),
            isClerk ? caller.employer().orElseThrow() : employer,
            page.after(UUID.class),
            page.size() + 1);
    return Page.of(found.stream().map(BatchView::of).toList(), page, BatchView::id);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getRoster", summary = "Read one roster with its counts and warnings")
  public RestResponse<BatchView> get(@RestPath UUID id) {
    return BatchAnswer.of(RestResponse.Status.OK, office.require(id, caller));
  }

  @GET
  @Path("{id}/rows")
  @Operation(operationId = "listRosterRows", summary = "List rows with every fault of each")
  public Page<ShownRow> rows(
      @RestPath UUID id,
      @RestQuery @Nullable RowStatus status,
      @RestQuery @Nullable RowCode code,
      @Valid @BeanParam PageRequest page) {
    var batch = office.require(id, caller);
    var after = page.after(Integer.class);
    var shown = status == null ? null : status.name();
    var found = rows.list(batch, shown, code, after == null ? 0 : after, page.size() + 1);
    return Page.of(found, page, ShownRow::rowNo);
  }

  @POST
  @Path("{id}/corrections")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({EMPLOYER_CLERK, OFFICER})
  @Idempotent(required = true)
  @Answers(202)
  @Operation(
      operationId = "correctRoster",
      summary = "Upload corrected rows alone; they replace the rows of the same rowNo")
  public RestResponse<BatchView> correct(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestForm @NotNull FileUpload file) {
    return BatchAnswer.of(
        RestResponse.Status.ACCEPTED,
        office.correct(current(id, ifMatch), file.uploadedFile(), caller));
  }

  private EnrolmentBatch current(UUID id, @Nullable String ifMatch) {
    var batch = office.require(id, caller);
    EntityTag.requireMatch(ifMatch, batch.version());
    return batch;
  }

  /** Where a row stands. */
  public enum RowStatus {
    VALID,
    APPLIED,
    SKIPPED,
    REJECTED
  }
}
