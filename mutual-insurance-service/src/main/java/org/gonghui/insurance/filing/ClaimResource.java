package org.gonghui.insurance.filing;

import static org.gonghui.kit.problem.Problems.FORBIDDEN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What members, their employers and officers do with a claim before it is decided. */
@Path("/claims")
@RolesAllowed({Role.MEMBER, Role.EMPLOYER_CLERK, Role.OFFICER})
@Transactional
public class ClaimResource {
  private final Drafting drafting;
  private final Restatement restatement;
  private final Submission submission;
  private final Claims claims;
  private final ClaimAccess access;
  private final Telling telling;
  private final Caller caller;

  ClaimResource(
      Drafting drafting,
      Restatement restatement,
      Submission submission,
      Claims claims,
      ClaimAccess access,
      Telling telling,
      Caller caller) {
    this.drafting = drafting;
    this.restatement = restatement;
    this.submission = submission;
    this.claims = claims;
    this.access = access;
    this.telling = telling;
    this.caller = caller;
  }

  @POST
  @Idempotent
  @Answers({200, 201})
  @Operation(operationId = "draftClaim", summary = "File a claim; heirs who file apart meet in one")
  public RestResponse<ClaimView> draft(@NotNull @Valid NewClaim request) {
    var draft = drafting.draft(request);
    var status = draft.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
    return answer(draft.claim().id(), status);
  }

  @PATCH
  @Path("{id}")
  @Operation(operationId = "correctDraft", summary = "Correct what a draft says")
  public RestResponse<ClaimView> correct(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid NewClaim request) {
    var claim = requireFiled(id, ifMatch);
    if (claim.isFromPartner() || claim.status().next().contains(ClaimStatus.REFUSED)) {
      throw FORBIDDEN.because("facts of a partner are corrected by a reviewer");
    }
    var facts = request.facts(new Origin(caller.name(), telling.now()), telling.today());
    if (facts.kind() != claim.head().kind()) {
      throw FORBIDDEN.because("a claim keeps its kind");
    }
    restatement.restate(claim, facts);
    claims.save(claim);
    return answer(id, RestResponse.Status.OK);
  }

  @POST
  @Path("{id}/submission")
  @Idempotent
  @Operation(
      operationId = "submitClaim",
      summary = "Submit a claim; it is adjudicated at once, or all missing papers are named")
  public RestResponse<ClaimView> submit(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var claim = requireFiled(id, ifMatch);
    submission.submit(claim, caller.subject());
    claims.save(claim);
    return answer(id, RestResponse.Status.OK);
  }

  @POST
  @Path("{id}/withdrawal")
  @Idempotent
  @Operation(operationId = "withdrawClaim", summary = "Take a claim back before it is decided")
  public RestResponse<ClaimView> withdraw(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var claim = requireFiled(id, ifMatch);
    claim.withdraw(telling.now());
    claims.save(claim);
    telling.noted(claim, "WITHDRAWN", caller.subject());
    return answer(id, RestResponse.Status.OK);
  }

  private Claim requireFiled(UUID id, @Nullable String ifMatch) {
    var claim = access.require(id);
    EntityTag.requireMatch(ifMatch, claim.version());
    return claim;
  }

  private RestResponse<ClaimView> answer(UUID id, RestResponse.Status status) {
    var claim = claims.require(id);
    return RestResponse.ResponseBuilder.create(status, ClaimView.of(claim, access))
        .header("ETag", EntityTag.of(claim.version()))
        .header("Location", "/api/mutual-insurance/v1/claims/" + id)
        .build();
  }
}
