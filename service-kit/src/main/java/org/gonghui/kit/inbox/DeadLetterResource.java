package org.gonghui.kit.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.inbox.DeadLetters.DeadLetter;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What operations do with events that could not be handled. */
@Path("/dead-letters")
@RolesAllowed(Role.OPS)
@Tag(name = "Operations")
public class DeadLetterResource {
  private final DeadLetters deadLetters;
  private final Inbox inbox;
  private final Caller caller;

  DeadLetterResource(DeadLetters deadLetters, Inbox inbox, Caller caller) {
    this.deadLetters = deadLetters;
    this.inbox = inbox;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listDeadLetters", summary = "List the events that could not be handled")
  public Page<DeadLetterView> list(
      @RestQuery @DefaultValue("false") boolean replayed, @Valid @BeanParam PageRequest page) {
    var found = deadLetters.list(replayed, page.after(UUID.class), page.size() + 1);
    return Page.of(found.stream().map(DeadLetterView::of).toList(), page, DeadLetterView::id);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getDeadLetter", summary = "Read one with its data and the reason")
  public DeadLetterDetail get(@RestPath UUID id) {
    return DeadLetterDetail.of(deadLetters.require(id));
  }

  @POST
  @Path("{id}/replay")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Handle it after all, now that the cause is mended")
  public DeadLetterView replay(@RestPath UUID id) {
    return DeadLetterView.of(inbox.replay(id, caller.name()));
  }

  /** One as the list shows it; place is topic, partition and offset. */
  public record DeadLetterView(
      UUID id,
      UUID eventId,
      String type,
      String handler,
      String place,
      String reason,
      String detail,
      Instant diedAt,
      @Nullable Instant replayedAt,
      @Nullable String replayedBy) {
    static DeadLetterView of(DeadLetter it) {
      return new DeadLetterView(
          it.id(),
          it.eventId(),
          it.type(),
          it.handler(),
          it.place(),
          it.reason(),
          it.detail(),
          it.diedAt(),
          it.replayedAt(),
          it.replayedBy());
    }
  }

  /** One with its data as it came. */
  public record DeadLetterDetail(
      DeadLetterView letter, @Nullable String subject, @Nullable Instant time, String payload) {
    static DeadLetterDetail of(DeadLetter it) {
      return new DeadLetterDetail(DeadLetterView.of(it), it.subject(), it.time(), it.payload());
    }
  }
}
