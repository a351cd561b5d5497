package org.gonghui.insurance.selfservice;

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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.enrolment.Covers;
import org.gonghui.insurance.member.Consent;
import org.gonghui.insurance.member.Designations;
import org.gonghui.insurance.member.Designations.Beneficiary;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.member.Persons;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.time.ClockProducer;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What a member settles alone. */
@Path("/")
@Tag(name = "Members")
@RolesAllowed(MEMBER)
@Transactional
public class SelfResource {
  private final Persons persons;
  private final Designations designations;
  private final Covers covers;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  SelfResource(
      Persons persons,
      Designations designations,
      Covers covers,
      Audit audit,
      Caller caller,
      Clock clock) {
    this.persons = persons;
    this.designations = designations;
    this.covers = covers;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("personal-data")
  @Operation(operationId = "getPersonalData", summary = "Export your own data")
  public RestResponse<PersonalData> get() {
    return answer(self());
  }

  @PUT
  @Path("consents/auto-claims")
  @Operation(
      operationId = "putAutoClaimConsent",
      summary = "Give or withdraw the consent to benefits without application")
  public RestResponse<PersonalData> consent(
      @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull ConsentForm form) {
    var person = self();
    EntityTag.requireMatch(ifMatch, person.version());
    var state = form.given() ? Consent.State.GIVEN : Consent.State.WITHDRAWN;
    persons.consent(person.personKey(), new Consent(state, clock.instant(), "MEMBER"));
    note(form.given() ? "consent-given" : "consent-withdrawn", person);
    return answer(self());
  }

  @PUT
  @Path("beneficiary-designation")
  @Operation(
      operationId = "putBeneficiaryDesignation",
      summary = "Name who receives the death benefit; an empty list takes it back")
  public RestResponse<PersonalData> designate(
      @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Designation form) {
    var person = self();
    EntityTag.requireMatch(ifMatch, person.version());
    var named =
        form.shares().stream()
            .map(
                share ->
                    new Beneficiary(
                        share.name(),
                        new CitizenId(share.idNumber()).number(),
                        share.relation(),
                        share.share()))
            .toList();
    designations.sign(person.personKey(), named, today());
    note("beneficiaries-designated", person);
    return answer(self());
  }

  private Person self() {
    return persons.require(key());
  }

  private PersonKey key() {
    return caller.personKey().orElseThrow(() -> FORBIDDEN.because("your account names no person"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private void note(String action, Person person) {
    audit.record(Act.of(action, "person", person.id(), caller.area()));
  }

  private RestResponse<PersonalData> answer(Person person) {
    var data =
        new PersonalData(
            person.personKey(),
            person.name(),
            person.identity().idNumber(),
            person.identity().phone(),
            person.consent().state(),
            person.consent().at(),
            designations.validOn(person.personKey(), today()),
            covers.of(person.personKey()));
    return ResponseBuilder.ok(data).header("ETag", EntityTag.of(person.version())).build();
  }

  /** Yes or no. */
  public record ConsentForm(@NotNull Boolean given) {}

  /** Who receives how much. */
  public record Designation(@NotNull @Size(max = 20) List<@Valid @NotNull Share> shares) {}

  /** One share. */
  public record Share(
      @NotBlank @Size(max = 50) String name,
      @NotNull @Size(max = 18) String idNumber,
      @NotNull @Pattern(regexp = "[A-Z_]{2,30}") String relation,
      @NotNull @DecimalMin("0.0001") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
          BigDecimal share) {}

  /** Everything this service keeps of a member, in clear for the member alone. */
  public record PersonalData(
      PersonKey personKey,
      String name,
      String idNumber,
      @Nullable String phone,
      Consent.State autoClaimConsent,
      @Nullable Instant consentAt,
      List<Beneficiary> beneficiaries,
      List<Cover> covers) {}
}
