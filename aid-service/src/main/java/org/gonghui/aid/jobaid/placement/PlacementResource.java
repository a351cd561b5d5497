package org.gonghui.aid.jobaid.placement;

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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.aid.jobaid.placement.PlacementDesk.Referral;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Persons whom the union helps into work. */
@Path("/placements")
@Tag(name = "Job aid")
@RolesAllowed(OFFICER)
@Transactional
@Idempotent
public class PlacementResource {
  private final Placements placements;
  private final PlacementDesk desk;
  private final Caller caller;

  PlacementResource(Placements placements, PlacementDesk desk, Caller caller) {
    this.placements = placements;
    this.desk = desk;
    this.caller = caller;
  }

  @POST
  @Operation(
      operationId = "referToEmployer",
      summary = "Refer a person to an employer, one running referral at a time")
  public RestResponse<PlacementView> refer(@NotNull @Valid Referral referral) {
    return answer(RestResponse.Status.CREATED, desk.refer(referral, caller));
  }

  @GET
  @RolesAllowed({OFFICER, AUDITOR})
  @Operation(
      operationId = "listPlacements",
      summary = "List the placements of your area, or those to be asked about by a day")
  public Page<PlacementView> list(
      @RestQuery @Nullable LocalDate checkDueUntil, @Valid @BeanParam PageRequest page) {
    var found =
        placements.list(caller.area(), checkDueUntil, page.after(UUID.class), page.size() + 1);
    return Page.of(found.stream().map(PlacementView::of).toList(), page, PlacementView::id);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({OFFICER, AUDITOR})
  @Operation(operationId = "getPlacement", summary = "Read one placement")
  public RestResponse<PlacementView> get(@RestPath UUID id) {
    return answer(RestResponse.Status.OK, placements.require(id, caller));
  }

  @POST
  @Path("{id}/offer")
  @Operation(operationId = "recordJobOffer", summary = "The employer has offered the work")
  public RestResponse<PlacementView> offer(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var placement = requireCurrent(id, ifMatch);
    placement.offer();
    return answer(RestResponse.Status.OK, placement);
  }

  @POST
  @Path("{id}/start")
  @Operation(
      operationId = "confirmStart",
      summary = "The person has begun; name the proof, such as a contract's number")
  public RestResponse<PlacementView> start(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Start start) {
    var placement = requireCurrent(id, ifMatch);
    desk.start(placement, start.startOn(), start.proof(), caller);
    return answer(RestResponse.Status.OK, placement);
  }

  @POST
  @Path("{id}/checks")
  @Operation(
      operationId = "answerPlacementCheck",
      summary = "Whether the person still works there after 30, 90 or 180 days")
  public RestResponse<PlacementView> check(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Answer answer) {
    var placement = requireCurrent(id, ifMatch);
    placement.answer(answer.check(), answer.stillEmployed(), desk.today());
    return answer(RestResponse.Status.OK, placement);
  }

  @POST
  @Path("{id}/end")
  @Operation(operationId = "endPlacement", summary = "The work has ended, or was declined")
  public RestResponse<PlacementView> end(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid End end) {
    var placement = requireCurrent(id, ifMatch);
    desk.end(placement, end.on(), end.reason());
    return answer(RestResponse.Status.OK, placement);
  }

  private Placement requireCurrent(UUID id, @Nullable String ifMatch) {
    var placement = placements.require(id, caller);
    EntityTag.requireMatch(ifMatch, placement.version());
    return placement;
  }

  private RestResponse<PlacementView> answer(RestResponse.Status status, Placement placement) {
    placements.flush();
    return RestResponse.ResponseBuilder.create(status, PlacementView.of(placement))
        .header("ETag", EntityTag.of(placement.version()))
        .build();
  }

  /** The first day of work and its proof. */
  public record Start(@NotNull LocalDate startOn, @NotBlank @Size(max = 200) String proof) {}

  /** The answer to one of the three questions. */
  public record Answer(@NotNull Check check, @NotNull Boolean stillEmployed) {}

  /** When and why it ended. */
  public record End(@NotNull LocalDate on, @NotBlank @Size(max = 500) String reason) {}
}
