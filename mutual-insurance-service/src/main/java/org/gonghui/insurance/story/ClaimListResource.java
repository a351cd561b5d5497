package org.gonghui.insurance.story;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimHead.Channel;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.claim.ReviewReason;
import org.gonghui.insurance.filing.ClaimAccess;
import org.gonghui.insurance.filing.ClaimView;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Claims as those see them who may: members their own, staff those of their area. */
@Path("/claims")
@RolesAllowed({
  Role.MEMBER,
  Role.EMPLOYER_CLERK,
  Role.OFFICER,
  Role.REVIEWER,
  Role.APPROVER,
  Role.FINANCE,
  Role.AUDITOR
})
@Transactional
public class ClaimListResource {
  private final ClaimAccess access;
  private final ClaimSearch search;
  private final Caller caller;

  ClaimListResource(ClaimAccess access, ClaimSearch search, Caller caller) {
    this.access = access;
    this.search = search;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listClaims", summary = "Claims that you may see")
  public Page<ClaimView> list(
      @RestQuery @Nullable ClaimStatus status,
      @RestQuery @Nullable BenefitKind kind,
      @RestQuery @Nullable Integer planYear,
      @RestQuery @Pattern(regexp = "[0-9A-Z-]{2,12}") @Nullable String area,
      @RestQuery @Nullable Channel channel,
      @RestQuery @Nullable ReviewReason reason,
      @RestQuery @Nullable Boolean overdue,
      @Valid @BeanParam PageRequest page) {
    var filter =
        new ClaimSearch.Filter(
            status, kind, planYear, channel, reason, Boolean.TRUE.equals(overdue));
    var found = search.find(filter, scope(area), page.after(UUID.class), page.size() + 1);
    var shown = Page.of(found, page, Claim::id);
    return new Page<>(
        shown.items().stream().map(claim -> ClaimView.of(claim, access)).toList(), shown.next());
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "readClaim", summary = "One claim")
  public RestResponse<ClaimView> read(@RestPath UUID id) {
    var claim = access.require(id);
    return RestResponse.ResponseBuilder.ok(ClaimView.of(claim, access))
        .header("ETag", EntityTag.of(claim.version()))
        .build();
  }

  private ClaimSearch.Scope scope(@Nullable String area) {
    if (access.isStaff()) {
      return new ClaimSearch.Scope(AreaFilter.of(caller, area).pattern(), null, null);
    }
    if (caller.has(Role.EMPLOYER_CLERK)) {
      return new ClaimSearch.Scope("%", null, caller.subject());
    }
    return new ClaimSearch.Scope("%", caller.personKey().map(key -> key.value()).orElse("-"), null);
  }
}
