package org.gonghui.gateway.issuing;

import static org.gonghui.gateway.key.KeyProblems.MONEY_KEY_FIXED;
import static org.gonghui.kit.identity.Role.OPS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.gateway.key.KeyStatus;
import org.gonghui.gateway.key.KeyTerms;
import org.gonghui.gateway.key.Limits;
import org.gonghui.kit.idempotency.Idempotent;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What operations see of one key, and the terms that they set. */
@Path("/keys")
@Tag(name = "Keys")
@RolesAllowed(OPS)
@Transactional
@Idempotent
public class KeyResource {
  private final KeyDesk desk;
  private final Scopes scopes;

  KeyResource(KeyDesk desk, Scopes scopes) {
    this.desk = desk;
    this.scopes = scopes;
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getPartnerKey", summary = "Read one key")
  public RestResponse<KeyView> get(@RestPath UUID id) {
    return desk.answer(RestResponse.Status.OK, desk.require(id));
  }

  @PUT
  @Path("{id}/terms")
  @Operation(
      operationId = "changeKeyTerms",
      summary = "Change a key's name, addresses, rate and quota",
      description = "A key in force that moves money is not changed but rotated.")
  public RestResponse<KeyView> limit(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Terms wanted) {
    var key = desk.requireCurrent(id, ifMatch);
    if (key.status() != KeyStatus.PROPOSED && scopes.moveMoney(key.scopes())) {
      throw MONEY_KEY_FIXED.because("two people agreed to its terms");
    }
    key.limit(Limits.of(wanted.terms()), desk.who());
    desk.note("key-limited", key, null);
    return desk.answer(RestResponse.Status.OK, key);
  }

  /** New terms of a key. */
  public record Terms(@NotNull @Valid KeyTerms terms) {}
}
