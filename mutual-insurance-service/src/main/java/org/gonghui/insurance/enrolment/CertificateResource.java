package org.gonghui.insurance.enrolment;

import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.MEMBER;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;

/** Proof of cover for the member, the employer and officers. */
@Path("/enrolments/{id}/certificate")
@Tag(name = "Enrolments")
@Transactional
public class CertificateResource {
  private final EnrolmentLists lists;
  private final Certificates certificates;
  private final Caller caller;

  CertificateResource(EnrolmentLists lists, Certificates certificates, Caller caller) {
    this.lists = lists;
    this.certificates = certificates;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({MEMBER, EMPLOYER_CLERK, OFFICER})
  @Operation(operationId = "getCertificate", summary = "Get the certificate of an enrolment")
  public Certificates.Certificate get(@RestPath UUID id) {
    return certificates.of(lists.require(id, caller));
  }
}
