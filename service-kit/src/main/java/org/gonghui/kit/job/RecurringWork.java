package org.gonghui.kit.job;

import java.time.Duration;
import java.time.Instant;

/**
 * Work that comes round again: a timer of a life cycle, an expiry. One instance of the service does
 * it at a time, also the rounds missed while none ran; each round finds by itself what is due, so
 * that doing it twice changes nothing. Every CDI bean of this type is scheduled at start.
 */
public interface RecurringWork {
  /** A stable name in kebab-case. */
  String name();

  /** How long to wait between two rounds. */
  Duration interval();

  void run(Instant now);
}
