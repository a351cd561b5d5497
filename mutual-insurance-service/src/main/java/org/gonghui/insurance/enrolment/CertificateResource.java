package org.gonghui.insurance.enrolment;

import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.MEMBER;
import static org.gonghui.kit.identity.Role.OFFICER;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.PersonKeys;
import org.jboss.resteasy.reactive.RestPath;

/** Proof of cover, with a code that anybody signed in can verify. */
@Path("/")
@Tag(name = "Enrolments")
@Transactional
public class CertificateResource {
  private static final int MARK_LENGTH = 16;

  private final EnrolmentLists lists;
  private final Enrolments enrolments;
  private final PersonKeys keys;
  private final Caller caller;

  CertificateResource(EnrolmentLists lists, Enrolments enrolments, PersonKeys keys, Caller caller) {
    this.lists = lists;
    this.enrolments = enrolments;
    this.keys = keys;
    this.caller = caller;
  }

  @GET
  @Path("enrolments/{id}/certificate")
  @RolesAllowed({MEMBER, EMPLOYER_CLERK, OFFICER})
  @Operation(operationId = "getCertificate", summary = "Get the certificate of an enrolment")
  public Certificate get(@RestPath UUID id) {
    return certificate(lists.require(id, caller));
  }

  @GET
  @Path("certificates/{code}")
  @Authenticated
  @Operation(
      operationId = "verifyCertificate",
      summary = "Verify a certificate's code; one that no longer holds is unknown")
  public Certificate verify(@RestPath @Pattern(regexp = "[0-9a-f]{32}-[A-Z0-9]{16}") String code) {
    var id =
        UUID.fromString(
            code.substring(0, 32)
                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    var certificate = certificate(enrolments.require(id));
    if (!certificate.code().equals(code)) {
      throw NOT_FOUND.because("the enrolment has changed, or the code was made up");
    }
    return certificate;
  }

  private Certificate certificate(Enrolment enrolment) {
    var view = lists.view(enrolment);
    var mark =
        keys.blindIndex(
                "certificate",
                "%s %s %s".formatted(enrolment.id(), enrolment.cover(), enrolment.status()))
            .replaceAll("[^A-Za-z0-9]", "X")
            .toUpperCase(Locale.ROOT)
            .substring(0, MARK_LENGTH);
    var code = enrolment.id().toString().replace("-", "") + "-" + mark;
    return new Certificate(
        view.no(), view.name(), view.planYear(), view.status(), view.cover(), code);
  }

  /** Who is covered when, and the code that proves it. */
  public record Certificate(
      String no, String name, int planYear, EnrolmentStatus status, DateRange cover, String code) {}
}
