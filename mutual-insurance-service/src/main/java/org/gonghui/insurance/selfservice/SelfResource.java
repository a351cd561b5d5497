package org.gonghui.insurance.selfservice;

import static org.gonghui.insurance.claim.ClaimProblems.INVALID_CLAIM;
import static org.gonghui.kit.identity.Role.MEMBER;
import static org.gonghui.kit.problem.Problems.FORBIDDEN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.member.Consent;
import org.gonghui.insurance.member.Designations;
import org.gonghui.insurance.member.Designations.Beneficiary;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.settlement.CitizenIds;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.time.ClockProducer;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What a member decides alone: consent, and who receives the death benefit. */
@Path("/")
@Tag(name = "Members")
@RolesAllowed(MEMBER)
@Transactional
public class SelfResource {
  private final Persons persons;
  private final Designations designations;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  SelfResource(
      Persons persons, Designations designations, Audit audit, Caller caller, Clock clock) {
    this.persons = persons;
    this.designations = designations;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @PUT
  @Path("consents/auto-claims")
  @Operation(
      operationId = "putAutoClaimConsent",
      summary = "Give or withdraw the consent to benefits without application")
  public RestResponse<Choices> consent(
      @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull ConsentForm form) {
    var person = self(ifMatch);
    var state = form.given() ? Consent.State.GIVEN : Consent.State.WITHDRAWN;
    persons.consent(person.personKey(), new Consent(state, clock.instant(), "MEMBER"));
    return noted(form.given() ? "consent-given" : "consent-withdrawn", person);
  }

  @PUT
  @Path("beneficiary-designation")
  @Operation(
      operationId = "putBeneficiaryDesignation",
      summary = "Name who receives the death benefit; an empty list takes it back")
  public RestResponse<Choices> designate(
      @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Designation form) {
    var person = self(ifMatch);
    designations.sign(
        person.personKey(), form.named(person.identity().idNumber(), today()), today());
    return noted("beneficiaries-designated", person);
  }

  private Person self(@Nullable String ifMatch) {
    var key =
        caller.personKey().orElseThrow(() -> FORBIDDEN.because("your account names no person"));
    var person = persons.require(key);
    EntityTag.requireMatch(ifMatch, person.version());
    return person;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private RestResponse<Choices> noted(String action, Person before) {
    audit.record(Act.of(action, "person", before.id(), caller.area()));
    var person = persons.require(before.personKey());
    var choices =
        new Choices(
            person.consent().state(),
            person.consent().at(),
            designations.validOn(person.personKey(), today()));
    return ResponseBuilder.ok(choices).header("ETag", EntityTag.of(person.version())).build();
  }

  /** Yes or no. */
  public record ConsentForm(@NotNull Boolean given) {}

  /** Who receives how much; nobody twice, and not the member. */
  public record Designation(@NotNull @Size(max = 20) List<@Valid @NotNull Share> shares) {
    List<Beneficiary> named(String ownNumber, LocalDate today) {
      var known = new HashSet<>(List.of(ownNumber));
      return java.util.stream.IntStream.range(0, shares.size())
          .mapToObj(
              i -> {
                var pointer = "/shares/" + i + "/idNumber";
                var named = shares.get(i).named(pointer, today);
                if (!known.add(named.idNumber())) {
                  throw INVALID_CLAIM.at(pointer, "name each other person once");
                }
                return named;
              })
          .toList();
    }

    @Override
    public String toString() {
      return "Designation[sealed]";
    }
  }

  /** One share. */
  public record Share(
      @NotBlank @Size(max = 50) String name,
      @NotNull @Size(max = 18) String idNumber,
      @NotNull @Pattern(regexp = "[A-Z_]{2,30}") String relation,
      @NotNull @DecimalMin("0.0001") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
          BigDecimal share) {
    Beneficiary named(String pointer, LocalDate today) {
      return new Beneficiary(
          name, CitizenIds.require(idNumber, pointer, today).number(), relation, share);
    }

    @Override
    public String toString() {
      return "Share[sealed]";
    }
  }

  /** What stands now. */
  public record Choices(
      Consent.State autoClaimConsent,
      @Nullable Instant consentAt,
      List<Beneficiary> beneficiaries) {}
}
