package org.gonghui.insurance.enrolment;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.identity.Role.MEMBER;
import static org.gonghui.kit.identity.Role.OFFICER;
import static org.gonghui.kit.identity.Role.REVIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Enrolments, for the member, the employer's clerk and the staff of the area. */
@Path("/enrolments")
@Tag(name = "Enrolments")
@Transactional
@Idempotent
public class EnrolmentResource {
  private final EnrolmentLists lists;
  private final Endings endings;
  private final Caller caller;

  EnrolmentResource(EnrolmentLists lists, Endings endings, Caller caller) {
    this.lists = lists;
    this.endings = endings;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({MEMBER, EMPLOYER_CLERK, OFFICER, REVIEWER, APPROVER, FINANCE, AUDITOR})
  @Operation(operationId = "listEnrolments", summary = "List the enrolments of a year that you see")
  public Page<EnrolmentView> list(
      @RestQuery @NotNull @Min(1990) @Max(2200) Integer planYear,
      @RestQuery @Nullable EnrolmentStatus status,
      @Valid @BeanParam PageRequest page) {
    return lists.list(caller, planYear, status, page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({MEMBER, EMPLOYER_CLERK, OFFICER, REVIEWER, APPROVER, FINANCE, AUDITOR})
  @Operation(operationId = "getEnrolment", summary = "Read one enrolment")
  public RestResponse<EnrolmentView> get(@RestPath UUID id) {
    return answer(lists.require(id, caller));
  }

  @POST
  @Path("{id}/withdrawal")
  @RolesAllowed({EMPLOYER_CLERK, OFFICER})
  @Operation(
      operationId = "withdrawEnrolment",
      summary = "Take a person off before the cover starts; paid money is proposed for refund")
  public RestResponse<EnrolmentView> withdraw(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Withdrawal withdrawal) {
    var enrolment = current(id, ifMatch);
    return answer(
        endings.withdraw(enrolment, withdrawal.reason(), withdrawal.declaredAt(), caller));
  }

  @POST
  @Path("{id}/annulment")
  @RolesAllowed({OFFICER, APPROVER})
  @Operation(
      operationId = "annulEnrolment",
      summary = "Propose to empty the cover of somebody never eligible (officer), or approve it")
  public RestResponse<EnrolmentView> annul(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Annulment annulment) {
    var enrolment = current(id, ifMatch);
    return answer(
        caller.has(Role.APPROVER)
            ? endings.approveAnnulment(enrolment, caller)
            : endings.proposeAnnulment(enrolment, annulment.reason(), caller));
  }

  private Enrolment current(UUID id, @Nullable String ifMatch) {
    var enrolment = lists.require(id, caller);
    EntityTag.requireMatch(ifMatch, enrolment.version());
    return enrolment;
  }

  private RestResponse<EnrolmentView> answer(Enrolment enrolment) {
    return ResponseBuilder.ok(lists.view(enrolment, caller))
        .header("ETag", EntityTag.of(enrolment.version()))
        .build();
  }

  /** Why somebody is taken off. */
  public record Withdrawal(
      @NotBlank @Size(max = 200) String reason, @Nullable Instant declaredAt) {}

  /** Why somebody never was eligible. */
  public record Annulment(@NotBlank @Size(max = 200) String reason) {}
}
