package org.gonghui.gateway.issuing;

import static org.gonghui.kit.identity.Role.OPS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.gateway.key.KeyTerms;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The keys of one partner: listed, and new ones made. */
@Path("/partners/{partner}/keys")
@Tag(name = "Keys")
@RolesAllowed(OPS)
@Transactional
@Idempotent
public class PartnerKeyResource {
  private final KeyDesk desk;
  private final KeyIssue issue;

  PartnerKeyResource(KeyDesk desk, KeyIssue issue) {
    this.desk = desk;
    this.issue = issue;
  }

  @GET
  @Operation(
      operationId = "listPartnerKeys",
      summary = "List a partner's keys, in the order they were made")
  public Page<KeyView> list(@RestPath UUID partner, @Valid @BeanParam PageRequest page) {
    return desk.ofPartner(partner, page);
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "issuePartnerKey",
      summary = "Make a key; its text is in this answer and never told again",
      description = "A key that moves money is PROPOSED until a second person approves it.")
  public RestResponse<KeyView> create(@RestPath UUID partner, @Valid @NotNull NewKey wanted) {
    var owner = desk.requirePartner(partner);
    var key =
        issue.issue(
            owner,
            new KeyIssue.Wanted(
                wanted.scopes(), wanted.notBefore(), wanted.expiresAt(), wanted.terms()),
            desk.who());
    desk.add(key, owner);
    return desk.answer(RestResponse.Status.CREATED, key);
  }

  /** A key to be. */
  public record NewKey(
      @NotNull @NotEmpty @Size(max = 50) List<@NotNull @Size(min = 1, max = 100) String> scopes,
      @Nullable Instant notBefore,
      @NotNull Instant expiresAt,
      @NotNull @Valid KeyTerms terms) {}
}
