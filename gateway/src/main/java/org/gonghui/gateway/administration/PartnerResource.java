package org.gonghui.gateway.administration;

import static org.gonghui.kit.identity.Role.OPS;
import static org.gonghui.kit.problem.Problems.INVALID;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What operations do with partners. */
@Path("/partners")
@Tag(name = "Partners")
@RolesAllowed(OPS)
@Transactional
@Idempotent
public class PartnerResource {
  private final Partners partners;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  PartnerResource(Partners partners, Audit audit, Caller caller, Clock clock) {
    this.partners = partners;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listPartners",
      summary = "List the partners of your area, in the order they were made")
  public Page<PartnerView> list(
      @RestQuery @Nullable PartnerStatus status, @Valid @BeanParam PageRequest page) {
    var found = partners.list(caller.area(), status, page.after(UUID.class), page.size() + 1);
    return Page.of(found.stream().map(PartnerView::of).toList(), page, PartnerView::id);
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createPartner", summary = "Make an agency known as a partner")
  public RestResponse<PartnerView> create(@Valid @NotNull NewPartner wanted) {
    var profile = requireOwnArea(wanted.profile().toProfile());
    var partner = new Partner(wanted.code(), profile, caller.name(), clock.instant());
    partners.persist(partner);
    note("partner-created", partner, null, Map.of("code", partner.code(), "name", profile.name()));
    return answer(RestResponse.Status.CREATED, partner);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getPartner", summary = "Read one partner")
  public RestResponse<PartnerView> get(@RestPath UUID id) {
    return answer(RestResponse.Status.OK, partners.require(id, caller));
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "describePartner", summary = "Change what is known about a partner")
  public RestResponse<PartnerView> describe(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Description wanted) {
    var partner = requireCurrent(id, ifMatch);
    var profile = requireOwnArea(wanted.toProfile());
    partner.describe(profile);
    var told = Map.of("name", profile.name(), "area", profile.area(), "kind", profile.kind());
    note("partner-described", partner, null, Map.copyOf(told));
    return answer(RestResponse.Status.OK, partner);
  }

  @GET
  @Path("{id}/contact")
  @Operation(
      operationId = "readPartnerContact",
      summary = "Read a partner's contact in full, for a stated purpose that is kept")
  public Contact contact(
      @RestPath UUID id, @RestQuery @NotBlank @Size(min = 5, max = 200) String purpose) {
    var partner = partners.require(id, caller);
    var contact = partner.contact();
    if (contact == null) {
      throw NOT_FOUND.because("no contact is known");
    }
    note("contact-read", partner, purpose, Map.of());
    return contact;
  }

  @POST
  @Path("{id}/suspension")
  @Operation(operationId = "suspendPartner", summary = "Take none of a partner's keys any more")
  public RestResponse<PartnerView> suspend(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Because because) {
    var partner = requireCurrent(id, ifMatch);
    partner.suspend();
    note("partner-suspended", partner, because.reason(), Map.of());
    return answer(RestResponse.Status.OK, partner);
  }

  @POST
  @Path("{id}/resumption")
  @Operation(operationId = "resumePartner", summary = "Take a suspended partner's keys again")
  public RestResponse<PartnerView> resume(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Because because) {
    var partner = requireCurrent(id, ifMatch);
    partner.resume();
    note("partner-resumed", partner, because.reason(), Map.of());
    return answer(RestResponse.Status.OK, partner);
  }

  private Partner requireCurrent(UUID id, @Nullable String ifMatch) {
    var partner = partners.require(id, caller);
    EntityTag.requireMatch(ifMatch, partner.version());
    return partner;
  }

  private Partner.Profile requireOwnArea(Partner.Profile profile) {
    if (!caller.sees(profile.area())) {
      throw INVALID.at("/area", "lies outside of your own");
    }
    return profile;
  }

  private void note(
      String action, Partner partner, @Nullable String reason, Map<String, Object> after) {
    audit.record(new Act(action, "partner", partner.id(), partner.area(), reason, Map.of(), after));
  }

  private RestResponse<PartnerView> answer(RestResponse.Status status, Partner partner) {
    partners.flush();
    return RestResponse.ResponseBuilder.create(status, PartnerView.of(partner))
        .header("ETag", EntityTag.of(partner.version()))
        .build();
  }

  /** A partner to be; the code names it towards the services and never changes. */
  public record NewPartner(
      @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,63}") String code,
      @NotBlank @Size(max = 200) String name,
      @NotNull PartnerKind kind,
      @NotNull @Pattern(regexp = "[0-9]{2,12}") String area,
      @Nullable @Size(max = 200)
          List<@NotNull @Pattern(regexp = "[A-Za-z0-9*-]{1,64}") String> providers,
      @Nullable @Valid Contact contact) {
    Description profile() {
      return new Description(name, kind, area, providers, contact);
    }
  }

  /** What is known about a partner. */
  public record Description(
      @NotBlank @Size(max = 200) String name,
      @NotNull PartnerKind kind,
      @NotNull @Pattern(regexp = "[0-9]{2,12}") String area,
      @Nullable @Size(max = 200)
          List<@NotNull @Pattern(regexp = "[A-Za-z0-9*-]{1,64}") String> providers,
      @Nullable @Valid Contact contact) {
    Partner.Profile toProfile() {
      return new Partner.Profile(
          name, kind, area, providers == null ? List.of() : providers, contact);
    }
  }

  /** Why it is done. */
  public record Because(@NotBlank @Size(max = 500) String reason) {}
}
