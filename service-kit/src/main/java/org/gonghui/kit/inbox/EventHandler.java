package org.gonghui.kit.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Takes one type of foreign event, in a transaction that first marks the event as taken. Every CDI
 * bean of this type is subscribed at start. Throw a {@code Problem} for an event that can never be
 * handled (it goes to the dead letters); any other exception is retried in place.
 */
public interface EventHandler<T> {
  /** The full type, such as {@code org.gonghui.mutual-insurance.claim.high-out-of-pocket.v1}. */
  String type();

  /** The record with only the fields that this consumer reads; unknown ones are ignored. */
  Class<T> payload();

  void handle(T event, Envelope envelope);

  /** What travels beside the data (CloudEvents attributes). */
  record Envelope(UUID id, String type, String subject, Instant time) {}
}
