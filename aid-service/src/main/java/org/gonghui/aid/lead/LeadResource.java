package org.gonghui.aid.lead;

import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.aid.lead.LeadDetail.LeadView;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What officers do with leads. */
@Path("/leads")
@Tag(name = "Leads")
@RolesAllowed(OFFICER)
@Transactional
@Idempotent
public class LeadResource {
  private final Leads leads;
  private final Outbox outbox;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  LeadResource(Leads leads, Outbox outbox, Audit audit, Caller caller, Clock clock) {
    this.leads = leads;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({OFFICER, AUDITOR})
  @Operation(operationId = "listLeads", summary = "List the leads of your area, oldest first")
  public Page<LeadView> list(
      @RestQuery @Nullable LeadStatus status, @Valid @BeanParam PageRequest page) {
    var after = page.after(UUID.class);
    var found = leads.list(caller.area(), status, after, page.size() + 1);
    return Page.of(found.stream().map(LeadView::of).toList(), page, LeadView::id);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({OFFICER, AUDITOR})
  @Operation(operationId = "getLead", summary = "Read one lead with its signals and contacts")
  public RestResponse<LeadDetail> get(@RestPath UUID id) {
    return answer(leads.require(id, caller));
  }

  @POST
  @Path("{id}/assignment")
  @Operation(operationId = "takeLead", summary = "Take a lead, or take it over from a colleague")
  public RestResponse<LeadDetail> take(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var lead = requireCurrent(id, ifMatch);
    var before = String.valueOf(lead.officer());
    lead.assignTo(caller.name());
    note("lead-taken", lead, null, Map.of("officer", before), Map.of("officer", caller.name()));
    return answer(lead);
  }

  @POST
  @Path("{id}/contacts")
  @Operation(operationId = "recordLeadContact", summary = "Note a try to reach the person")
  public RestResponse<LeadDetail> contact(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Contact contact) {
    var lead = requireCurrent(id, ifMatch);
    var attempt =
        lead.contact(contact.channel(), contact.reached(), caller.name(), clock.instant());
    leads.add(attempt);
    note("lead-contacted", lead, null, Map.of(), Map.of("reached", contact.reached()));
    return answer(lead);
  }

  @POST
  @Path("{id}/outcome")
  @Operation(operationId = "closeLead", summary = "Close a lead with its outcome and the reason")
  public RestResponse<LeadDetail> close(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Outcome outcome) {
    var lead = requireCurrent(id, ifMatch);
    var closed =
        lead.close(
            outcome.outcome(),
            outcome.reason(),
            caller.name(),
            leads.attemptsOf(lead),
            clock.instant());
    outbox.record(closed);
    note("lead-closed", lead, outcome.reason(), Map.of(), Map.of("outcome", outcome.outcome()));
    return answer(lead);
  }

  private Lead requireCurrent(UUID id, @Nullable String ifMatch) {
    var lead = leads.require(id, caller);
    EntityTag.requireMatch(ifMatch, lead.version());
    return lead;
  }

  private void note(
      String action,
      Lead lead,
      @Nullable String reason,
      Map<String, Object> before,
      Map<String, Object> after) {
    audit.record(new Act(action, "lead", lead.id(), lead.area(), reason, before, after));
  }

  private RestResponse<LeadDetail> answer(Lead lead) {
    leads.flush();
    return RestResponse.ResponseBuilder.ok(
            LeadDetail.of(lead, leads.signalsOf(lead), leads.attemptsOf(lead)))
        .header("ETag", EntityTag.of(lead.version()))
        .build();
  }

  /** A try to reach the person. */
  public record Contact(@NotNull ContactAttempt.Channel channel, @NotNull Boolean reached) {}

  /** How a lead ends: {@code FILE_OPENED}, {@code AIDED}, {@code NOT_NEEDED}, … and why. */
  public record Outcome(@NotNull LeadStatus outcome, @NotBlank @Size(max = 500) String reason) {}
}
