package org.gonghui.insurance.preview;

import static org.gonghui.insurance.claim.ClaimProblems.INVALID_CLAIM;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimFacts.IllnessReport;
import org.gonghui.insurance.settlement.CitizenIds;
import org.gonghui.insurance.settlement.Stay;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.time.ClockProducer;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What would be paid: the same engine, nothing stored. */
@Path("/")
@RolesAllowed({Role.MEMBER, Role.OFFICER})
@Transactional
public class PreviewResource {
  private final Eligibility eligibility;
  private final Casework casework;
  private final PersonKeys keys;
  private final Caller caller;
  private final Clock clock;

  PreviewResource(
      Eligibility eligibility, Casework casework, PersonKeys keys, Caller caller, Clock clock) {
    this.eligibility = eligibility;
    this.casework = casework;
    this.keys = keys;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Path("eligibility-previews")
  @RolesAllowed({Role.MEMBER, Role.OFFICER, "mutual-insurance:eligibility:read"})
  @ResponseStatus(200)
  @Operation(
      operationId = "previewEligibility",
      summary = "Cover, waiting and limits of a person on a day")
  public EligibilityView eligibility(@NotNull @Valid EligibilityQuestion question) {
    var day = question.day() == null ? today() : question.day();
    return eligibility.of(personOf(question.idNumber()), day, caller);
  }

  @POST
  @Path("claim-previews")
  @ResponseStatus(200)
  @Operation(operationId = "previewClaim", summary = "The full decision that a claim would get")
  public Decision claim(@NotNull @Valid ClaimQuestion question) {
    var today = today();
    var person = personOf(question.idNumber());
    var facts = question.facts(new Origin("PREVIEW", null), today);
    eligibility.requireSees(person, facts.eventDate(), caller);
    var file = casework.open(person, facts, today, null);
    return casework.seen(file, person, null, "").decide();
  }

  private PersonKey personOf(@Nullable String idNumber) {
    var named =
        Optional.ofNullable(idNumber)
            .map(number -> keys.of(CitizenIds.require(number, "/idNumber", today())));
    if (caller.has(Role.MEMBER)) {
      var own = caller.personKey().orElseThrow(() -> NOT_FOUND.because("no such person"));
      if (named.isPresent() && !named.get().equals(own)) {
        throw NOT_FOUND.because("no such person");
      }
      return own;
    }
    return named.orElseThrow(() -> INVALID_CLAIM.at("/idNumber", "name the person"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  /** Whose eligibility, on which day; today when none is given. */
  public record EligibilityQuestion(
      @Nullable @Size(min = 15, max = 40) String idNumber, @Nullable LocalDate day) {
    @Override
    public String toString() {
      return "EligibilityQuestion[sealed]";
    }
  }

  /** A claim to try: one of stay and illness. */
  public record ClaimQuestion(
      @Nullable @Size(min = 15, max = 40) String idNumber,
      @Nullable @Valid Stay stay,
      @Nullable @Valid IllnessReport illness) {
    ClaimFacts facts(Origin origin, LocalDate today) {
      if ((stay == null) == (illness == null)) {
        throw INVALID_CLAIM.at("", "give exactly one of stay and illness");
      }
      if (stay != null) {
        stay.requireSound(today);
        return ClaimFacts.of(stay, origin);
      }
      return ClaimFacts.of(Objects.requireNonNull(illness), origin);
    }

    @Override
    public String toString() {
      return "ClaimQuestion[sealed]";
    }
  }
}
