package org.gonghui.kit.inbox;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.kit.event.EventType;
import org.gonghui.kit.inbox.DeadLetters.DeadLetter;
import org.gonghui.kit.inbox.DeadLetters.Reason;
import org.gonghui.kit.inbox.Delivery.MalformedEvent;
import org.gonghui.kit.inbox.EventHandler.Envelope;
import org.gonghui.kit.problem.Problem;
import org.gonghui.kit.problem.ProblemType;
import org.jboss.logging.Logger;

/**
 * Takes events: each once, in order, patient with faults that pass, and done with those that do
 * not.
 */
@Singleton
public class Inbox {
  static final ProblemType ALREADY_REPLAYED =
      conflict("ALREADY_REPLAYED", "It has been replayed", "该事件已重放");
  static final ProblemType NOT_REPLAYABLE =
      brokenRule("NOT_REPLAYABLE", "It still cannot be handled", "该事件仍无法处理");
  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final String MALFORMED = "MALFORMED_EVENT";
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final List<EventHandler<?>> handlers;
  private final Delivery delivery;
  private final DeadLetters deadLetters;
  private final Clock clock;
  private final int attempts;

  Inbox(
      @All List<EventHandler<?>> handlers,
      Delivery delivery,
      DeadLetters deadLetters,
      Clock clock,
      @ConfigProperty(name = "gonghui.inbox.attempts") int attempts) {
    this.handlers = List.copyOf(handlers);
    this.delivery = delivery;
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.attempts = attempts;
  }

  Set<String> topics() {
    return handlers.stream()
        .map(it -> EventType.of(it.type()).topic())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Brings the event to every handler of its type; throws only if it could not be put aside. */
  void take(Received event) throws InterruptedException {
    if (event.type().isEmpty()) {
      putAside(event, "-", new Reason(MALFORMED, "no CloudEvents type"));
    }
    for (var handler : handlers) {
      if (handler.type().equals(event.type())) {
        take(event, handler);
      }
    }
  }

  /** Has the effect of a dead letter after all, now that its cause is mended. */
  @Transactional
  public DeadLetter replay(UUID id, String by) {
    var letter = deadLetters.hold(id);
    if (letter.replayedAt() != null) {
      throw ALREADY_REPLAYED.because("by %s", String.valueOf(letter.replayedBy()));
    }
    var handler =
        handlers.stream()
            .filter(it -> Delivery.nameOf(it).equals(letter.handler()))
            .findFirst()
            .orElseThrow(() -> NOT_REPLAYABLE.because("there is no such handler any more"));
    replay(letter, handler);
    deadLetters.noteReplay(id, by, clock.instant());
    return deadLetters.require(id);
  }

  private <T> void replay(DeadLetter letter, EventHandler<T> handler) {
    var time = letter.time();
    var subject = letter.subject();
    if (time == null || subject == null) {
      throw NOT_REPLAYABLE.because("it has no CloudEvents envelope");
    }
    try {
      var data = delivery.read(letter.payload(), handler);
      if (delivery.mark(letter.eventId(), letter.handler())) {
        handler.handle(data, new Envelope(letter.eventId(), letter.type(), subject, time));
      }
    } catch (MalformedEvent malformed) {
      throw NOT_REPLAYABLE.because("%s", malformed.reason());
    }
  }

  private void take(Received event, EventHandler<?> handler) throws InterruptedException {
    var pause = Duration.ofMillis(100);
    for (var attempt = 1; ; attempt++) {
      try {
        delivery.deliver(event, handler);
        return;
      } catch (MalformedEvent malformed) {
        putAside(event, Delivery.nameOf(handler), new Reason(MALFORMED, malformed.reason()));
        return;
      } catch (Problem refusal) {
        var reason = new Reason(refusal.type().code(), refusal.detail());
        putAside(event, Delivery.nameOf(handler), reason);
        return;
      } catch (RuntimeException fault) {
        LOG.warnf(fault, "attempt %d of event %s failed", (Object) attempt, event.id());
        if (attempt >= attempts) {
          var reason = new Reason("RETRIES_EXHAUSTED", fault.getClass().getSimpleName());
          putAside(event, Delivery.nameOf(handler), reason);
          return;
        }
        Thread.sleep(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  private void putAside(Received event, String handler, Reason reason) {
    LOG.warnf("event %s of %s is put aside: %s", event.id(), event.topic(), reason.code());
    deadLetters.putAside(event, handler, reason, clock.instant());
  }
}
