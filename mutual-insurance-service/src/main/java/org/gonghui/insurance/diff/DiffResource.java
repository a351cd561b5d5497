package org.gonghui.insurance.diff;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.batch.BatchOffice;
import org.gonghui.insurance.batch.Leavers;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.gonghui.kit.person.PersonKey;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A roster beside last year's: who joined, left, changed; and why people left. */
@Path("/enrolment-batches/{id}")
@Tag(name = "Rosters")
@RolesAllowed({EMPLOYER_CLERK, OFFICER, APPROVER, FINANCE, AUDITOR})
@Transactional
public class DiffResource {
  private final BatchOffice office;
  private final RosterDiff diff;
  private final Leavers leavers;
  private final Caller caller;

  DiffResource(BatchOffice office, RosterDiff diff, Leavers leavers, Caller caller) {
    this.office = office;
    this.diff = diff;
    this.leavers = leavers;
    this.caller = caller;
  }

  @GET
  @Path("diff")
  @Operation(
      operationId = "getRosterDiff",
      summary = "Compare with last year: joined, left, changed, unchanged")
  public RosterDiff.Diff counts(@RestPath UUID id) {
    return diff.of(office.require(id, caller));
  }

  @GET
  @Path("diff/people")
  @Operation(
      operationId = "listRosterDiff",
      summary = "List the people behind the comparison, leavers with their reasons")
  public Page<RosterDiff.Compared> people(
      @RestPath UUID id,
      @RestQuery RosterDiff.@Nullable Kind kind,
      @Valid @BeanParam PageRequest page) {
    return diff.people(office.require(id, caller), kind, page);
  }

  @PUT
  @Path("leaver-reasons")
  @RolesAllowed({EMPLOYER_CLERK, OFFICER})
  @Operation(operationId = "putLeaverReasons", summary = "Say why people of last year are missing")
  public RosterDiff.Diff reasons(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull LeaverReasons reasons) {
    var batch = office.require(id, caller);
    EntityTag.requireMatch(ifMatch, batch.version());
    leavers.give(batch, reasons.reasons());
    return diff.of(batch);
  }

  /** Why people left. */
  public record LeaverReasons(
      @NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull LeaverReason> reasons) {}

  /** Why one person left. */
  public record LeaverReason(@NotNull PersonKey personKey, @NotNull Leavers.Reason reason)
      implements Leavers.Leaver {}
}
