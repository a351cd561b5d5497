package org.gonghui.insurance.story;

import static org.gonghui.insurance.claim.ClaimProblems.PURPOSE_MISSING;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gonghui.insurance.adjudication.Decision.Outcome;
import org.gonghui.insurance.adjudication.Reason;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.decision.Decisions;
import org.gonghui.insurance.decision.StoredDecision;
import org.gonghui.insurance.document.Documents;
import org.gonghui.insurance.document.Documents.Document;
import org.gonghui.insurance.filing.ClaimAccess;
import org.gonghui.insurance.filing.ClaimView;
import org.gonghui.insurance.story.Story.Chapter;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The story of one claim: what happened, what was decided, and why. */
@Path("/claims/{id}")
@RolesAllowed({Role.MEMBER, Role.OFFICER, Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
@Transactional
public class ClaimStoryResource {
  private final ClaimAccess access;
  private final Story story;
  private final Decisions decisions;
  private final Documents documents;
  private final Audit audit;
  private final Caller caller;

  ClaimStoryResource(
      ClaimAccess access,
      Story story,
      Decisions decisions,
      Documents documents,
      Audit audit,
      Caller caller) {
    this.access = access;
    this.story = story;
    this.decisions = decisions;
    this.documents = documents;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Path("timeline")
  @Operation(operationId = "claimTimeline", summary = "What happened to a claim, in order")
  public List<Event> timeline(@RestPath UUID id) {
    access.require(id);
    return story.ofClaimant(id).stream().map(Event::of).toList();
  }

  @GET
  @Path("dossier")
  @RolesAllowed({Role.OFFICER, Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
  @Operation(
      operationId = "claimDossier",
      summary = "The whole story with facts and papers; the reading is noted")
  public Dossier dossier(
      @RestPath UUID id,
      @RestQuery @Size(min = 3, max = 200) @Parameter(description = "Auditors say why they read")
          @Nullable String purpose) {
    var claim = access.require(id);
    if (purpose == null && caller.has(Role.AUDITOR)) {
      throw PURPOSE_MISSING.at("purpose", "say why you read it");
    }
    noteReading("dossier-read", claim, purpose);
    return new Dossier(
        ClaimView.of(claim),
        claim.facts(),
        story.whole(id),
        decisions.of(id).stream().map(DecisionView::of).toList(),
        documents.of(id));
  }

  @GET
  @Path("decisions")
  @Operation(operationId = "listDecisions", summary = "All decisions of a claim")
  public List<DecisionView> decisions(@RestPath UUID id) {
    access.require(id);
    return decisions.of(id).stream().map(DecisionView::of).toList();
  }

  @GET
  @Path("decisions/{no}/explanation")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "explainDecision",
      summary = "Why this amount: plain words for members, all checks for staff")
  public Explanation explanation(
      @RestPath UUID id,
      @RestPath int no,
      @HeaderParam("Accept-Language") @Nullable String language) {
    var claim = access.require(id);
    var stored = decisions.require(id, no);
    if (!access.isOwn(claim)) {
      noteReading("explanation-read", claim, null);
    }
    return Explanation.of(claim.head().no(), stored, isChinese(language), access.isStaff());
  }

  @GET
  @Path("decisions/{no}/explanation")
  @Produces(MediaType.TEXT_HTML)
  @Operation(operationId = "explainDecisionPage", summary = "The explanation as a page")
  public String page(
      @RestPath UUID id,
      @RestPath int no,
      @HeaderParam("Accept-Language") @Nullable String language) {
    return ExplanationPage.of(explanation(id, no, language), isChinese(language));
  }

  private void noteReading(String action, Claim claim, @Nullable String purpose) {
    audit.record(
        new Audit.Act(
            action, "claim", claim.id(), claim.head().area(), purpose, Map.of(), Map.of()));
  }

  private static boolean isChinese(@Nullable String language) {
    return language == null || !language.startsWith("en");
  }

  /** One thing that happened, as the claimant sees it. */
  public record Event(String step, Map<?, ?> detail, Instant at) {
    static Event of(Chapter chapter) {
      return new Event(chapter.what(), chapter.detail(), chapter.at());
    }
  }

  /** A decision without its facts. */
  public record DecisionView(
      int no,
      StoredDecision.Kind kind,
      Outcome outcome,
      Money asked,
      Money amount,
      Money delta,
      List<Reason> reasons,
      String decidedBy,
      Instant decidedAt) {
    static DecisionView of(StoredDecision stored) {
      var decision = stored.decision();
      return new DecisionView(
          stored.no(),
          stored.kind(),
          decision.outcome(),
          decision.asked(),
          decision.amount(),
          stored.delta(),
          decision.reasons(),
          stored.decidedBy(),
          stored.decidedAt());
    }
  }

  /** Everything about one claim. */
  public record Dossier(
      ClaimView claim,
      ClaimFacts facts,
      List<Chapter> story,
      List<DecisionView> decisions,
      List<Document> documents) {}
}
