package org.gonghui.gateway.issuing;

import static org.gonghui.kit.identity.Role.OPS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.gateway.administration.Partner;
import org.gonghui.gateway.key.IssuedKey;
import org.gonghui.gateway.key.KeyEvent;
import org.gonghui.gateway.key.KeyStatus;
import org.gonghui.gateway.key.KeyTerms;
import org.gonghui.kit.idempotency.Idempotent;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is decided about a key: approved, rotated, revoked. */
@Path("/keys")
@Tag(name = "Keys")
@RolesAllowed(OPS)
@Transactional
@Idempotent
public class KeyDecisionResource {
  private final KeyDesk desk;
  private final KeyIssue issue;

  KeyDecisionResource(KeyDesk desk, KeyIssue issue) {
    this.desk = desk;
    this.issue = issue;
  }

  @POST
  @Path("{id}/approval")
  @Operation(
      operationId = "approvePartnerKey",
      summary = "Agree, as a second person, to a key that moves money")
  public RestResponse<KeyView> approve(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var key = desk.requireCurrent(id, ifMatch);
    var partner = desk.partnerOf(key);
    key.approve(desk.who(), desk.now());
    desk.record(new KeyEvent.Approved(id, partner.id(), partner.area(), desk.now()));
    desk.note("key-approved", key, null);
    giveWay(key, partner);
    return desk.answer(RestResponse.Status.OK, key);
  }

  @POST
  @Path("{id}/rotation")
  @ResponseStatus(201)
  @Operation(
      operationId = "rotatePartnerKey",
      summary = "Make a key in the place of this one; both work until the overlap is over",
      description = "The old key's end begins to run when the new one is in force.")
  public RestResponse<KeyView> rotate(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Rotation wanted) {
    var old = desk.requireCurrent(id, ifMatch);
    var partner = desk.partnerOf(old);
    var successor =
        issue.rotate(
            old,
            new KeyIssue.Rotated(wanted.expiresAt(), wanted.overlapHours(), wanted.terms()),
            desk.who());
    desk.add(successor, partner);
    desk.note("key-rotated", old, wanted.reason());
    if (successor.status() == KeyStatus.ACTIVE) {
      giveWay(successor, partner);
    }
    return desk.answer(RestResponse.Status.CREATED, successor);
  }

  @POST
  @Path("{id}/revocation")
  @Operation(
      operationId = "revokePartnerKey",
      summary = "Take a key out of force on every gateway within seconds, or refuse a proposed one")
  public RestResponse<KeyView> revoke(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Revocation wanted) {
    var key = desk.requireCurrent(id, ifMatch);
    var partner = desk.partnerOf(key);
    key.revoke(desk.who(), wanted.reason(), desk.now());
    desk.record(new KeyEvent.Revoked(id, partner.id(), partner.area(), desk.now()));
    desk.note("key-revoked", key, wanted.reason());
    return desk.answer(RestResponse.Status.OK, key);
  }

  /** The key before it, if there was one, now has an end. */
  private void giveWay(IssuedKey successor, Partner partner) {
    var replaced = successor.replaces();
    if (replaced == null) {
      return;
    }
    var old = desk.require(replaced);
    var end = old.giveWayTo(successor, desk.now());
    desk.record(
        new KeyEvent.Superseded(
            old.id(), partner.id(), partner.area(), successor.id(), end, desk.now()));
  }

  /** How a key is replaced. */
  public record Rotation(
      @NotNull Instant expiresAt,
      @NotNull @Min(0) @Max(2160) Integer overlapHours,
      @Nullable @Valid KeyTerms terms,
      @NotBlank @Size(max = 500) String reason) {}

  /** Why a key ends. */
  public record Revocation(@NotBlank @Size(max = 500) String reason) {}
}
