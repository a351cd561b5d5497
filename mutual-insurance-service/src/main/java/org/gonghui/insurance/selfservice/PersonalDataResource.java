package org.gonghui.insurance.selfservice;

import static org.gonghui.insurance.claim.ClaimProblems.INVALID_CLAIM;
import static org.gonghui.kit.identity.Role.MEMBER;
import static org.gonghui.kit.problem.Problems.FORBIDDEN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.member.Person.Identity;
import org.gonghui.insurance.member.Persons;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.Masking;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A member's own data: all of it to take along, and what is wrong to put right. */
@Path("/personal-data")
@Tag(name = "Members")
@RolesAllowed(MEMBER)
@Transactional
public class PersonalDataResource {
  private final Persons persons;
  private final PersonalDataExport export;
  private final Audit audit;
  private final Caller caller;

  PersonalDataResource(Persons persons, PersonalDataExport export, Audit audit, Caller caller) {
    this.persons = persons;
    this.export = export;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "getPersonalData", summary = "Export your own data")
  public RestResponse<PersonalData> get() {
    return answer(self());
  }

  @POST
  @Path("corrections")
  @Idempotent
  @ResponseStatus(200)
  @Operation(
      operationId = "correctPersonalData",
      summary = "Correct your own name or phone; the identity number is who you are")
  public RestResponse<PersonalData> correct(
      @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Correction correction) {
    var person = self();
    EntityTag.requireMatch(ifMatch, person.version());
    if (correction.name() == null && correction.phone() == null) {
      throw INVALID_CLAIM.at("", "give a name or a phone");
    }
    var before = person.identity();
    var after =
        new Identity(
            Objects.requireNonNullElse(correction.name(), before.name()),
            before.idNumber(),
            correction.phone() == null ? before.phone() : correction.phone());
    persons.rename(person.personKey(), after);
    audit.record(
        new Act(
            "personal-data-corrected",
            "person",
            person.id(),
            caller.area(),
            null,
            masked(before),
            masked(after)));
    return answer(self());
  }

  private Person self() {
    return persons.require(
        caller.personKey().orElseThrow(() -> FORBIDDEN.because("your account names no person")));
  }

  private static Map<String, Object> masked(Identity identity) {
    var phone = identity.phone();
    return Map.of(
        "name", Masking.name(identity.name()), "phone", phone == null ? "" : Masking.phone(phone));
  }

  private RestResponse<PersonalData> answer(Person person) {
    return ResponseBuilder.ok(export.of(person))
        .header("ETag", EntityTag.of(person.version()))
        .build();
  }

  /** What is right instead; what is absent stays. */
  public record Correction(
      @Nullable @Size(min = 1, max = 50) @Pattern(regexp = "\\S(.*\\S)?") String name,
      @Nullable
          @Pattern(regexp = "(\\+?86)?1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}")
          @Schema(examples = "13800005678")
          String phone) {
    @Override
    public String toString() {
      return "Correction[sealed]";
    }
  }
}
