package org.gonghui.insurance.enrolment;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whether a certificate that somebody shows still holds. */
@Path("/certificates")
@Tag(name = "Enrolments")
@Transactional
public class CertificateCheckResource {
  private final Enrolments enrolments;
  private final Certificates certificates;

  CertificateCheckResource(Enrolments enrolments, Certificates certificates) {
    this.enrolments = enrolments;
    this.certificates = certificates;
  }

  @GET
  @Path("{code}")
  @Authenticated
  @Operation(
      operationId = "verifyCertificate",
      summary = "Verify a certificate's code; one that no longer holds is unknown")
  public Certificates.Certificate verify(
      @RestPath @Pattern(regexp = "[0-9a-f]{32}-[A-Z0-9]{16}") String code) {
    var id =
        UUID.fromString(
            code.substring(0, 32)
                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    return certificates
        .find(enrolments.require(id))
        .filter(certificate -> certificate.code().equals(code))
        .orElseThrow(() -> NOT_FOUND.because("the cover has changed, or the code was made up"));
  }
}
