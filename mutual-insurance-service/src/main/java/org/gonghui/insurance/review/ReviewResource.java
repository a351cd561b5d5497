package org.gonghui.insurance.review;

import static org.gonghui.insurance.claim.ClaimProblems.DOCUMENT_ALREADY_HELD;
import static org.gonghui.insurance.claim.ClaimProblems.REASON_MISSING;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.adjudication.Reason;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.document.DocumentKind;
import org.gonghui.insurance.document.Documents;
import org.gonghui.insurance.filing.ClaimAccess;
import org.gonghui.insurance.filing.ClaimView;
import org.gonghui.insurance.filing.Submission;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What reviewers and approvers decide about claims; nobody types an amount. */
@Path("/claims/{id}")
@RolesAllowed(Role.REVIEWER)
@Transactional
public class ReviewResource {
  private final Claims claims;
  private final ClaimAccess access;
  private final Approval approval;
  private final Refusal refusal;
  private final Documents documents;
  private final Submission submission;
  private final Caller caller;

  ReviewResource(
      Claims claims,
      ClaimAccess access,
      Approval approval,
      Refusal refusal,
      Documents documents,
      Submission submission,
      Caller caller) {
    this.claims = claims;
    this.access = access;
    this.approval = approval;
    this.refusal = refusal;
    this.documents = documents;
    this.submission = submission;
    this.caller = caller;
  }

  @POST
  @Path("approval")
  @Idempotent
  @Operation(
      operationId = "approveClaim",
      summary = "Approve the decision that is shown; large amounts pass on to an approver")
  public RestResponse<ClaimView> approve(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return saved(approval.approve(require(id, ifMatch)));
  }

  @POST
  @Path("second-approval")
  @RolesAllowed(Role.APPROVER)
  @Idempotent
  @Operation(operationId = "approveClaimSecond", summary = "Approve or return a large benefit")
  public RestResponse<ClaimView> approveSecond(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SecondWord word) {
    var claim = require(id, ifMatch);
    if (word.decision() == SecondWord.Choice.APPROVE) {
      return saved(approval.approveSecond(claim));
    }
    if (word.reason() == null) {
      throw REASON_MISSING.at("/reason", "say why it goes back");
    }
    return saved(refusal.giveBack(claim, word.reason()));
  }

  @POST
  @Path("refusal")
  @Idempotent
  @Operation(operationId = "refuseClaim", summary = "Refuse a claim with codes and a text")
  public RestResponse<ClaimView> refuse(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Refused refused) {
    return saved(refusal.refuse(require(id, ifMatch), refused.codes(), refused.text()));
  }

  @POST
  @Path("fact-corrections")
  @Idempotent
  @Operation(
      operationId = "correctFacts",
      summary = "Correct facts with source and reason; the engine then decides again")
  public RestResponse<ClaimView> correct(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid FactCorrection correction) {
    return saved(refusal.correct(require(id, ifMatch), correction));
  }

  @POST
  @Path("document-requests")
  @Idempotent
  @Operation(operationId = "requestDocuments", summary = "Ask for papers that are not held yet")
  public RestResponse<ClaimView> request(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid DocumentRequest request) {
    var claim = require(id, ifMatch);
    var held = documents.heldFor(id);
    request.kinds().stream()
        .filter(kind -> held.contains(kind) || isObtainable(claim, kind))
        .findFirst()
        .ifPresent(
            kind -> {
              throw DOCUMENT_ALREADY_HELD.because("%s is held or obtainable", kind);
            });
    var kinds = request.kinds().stream().map(Enum::name).toList();
    refusal.noteRequest(claim, kinds, request.reason());
    submission.waitFor(claim, kinds, caller.subject());
    return saved(claim);
  }

  private static boolean isObtainable(Claim claim, DocumentKind kind) {
    return claim.isFromPartner() && DocumentKind.requiredFor(claim.head().kind()).contains(kind);
  }

  private Claim require(UUID id, @Nullable String ifMatch) {
    var claim = access.require(id);
    EntityTag.requireMatch(ifMatch, claim.version());
    return claim;
  }

  private RestResponse<ClaimView> saved(Claim claim) {
    claims.save(claim);
    var stored = claims.require(claim.id());
    return RestResponse.ResponseBuilder.ok(ClaimView.of(stored))
        .header("ETag", EntityTag.of(stored.version()))
        .build();
  }

  /** Why a claim is refused. */
  public record Refused(
      @NotEmpty @Size(max = 10) List<@NotNull Reason> codes,
      @NotNull @Size(min = 5, max = 2000) String text) {}

  /** What is missing. */
  public record DocumentRequest(
      @NotEmpty @Size(max = 10) List<@NotNull DocumentKind> kinds,
      @NotNull @Size(min = 5, max = 2000) String reason) {}

  /** The approver's word. */
  public record SecondWord(
      @NotNull Choice decision, @Nullable @Size(min = 5, max = 2000) String reason) {

    /** What an approver may say. */
    public enum Choice {
      APPROVE,
      RETURN
    }
  }
}
