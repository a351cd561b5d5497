package org.gonghui.gateway.usage;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gonghui.gateway.usage.UsageBooks.Entry;
import org.jboss.logging.Logger;

/** Counts what keys do; writes it down every few seconds and once more when the door is closed. */
@Singleton
public class UsageMeter {
  private static final Logger LOG = Logger.getLogger(UsageMeter.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int AFTER_THE_DOOR = 3_000;
  private static final long FLUSH_MILLIS = 5_000;

  private final UsageBooks books;
  private final Clock clock;
  private final Map<UUID, KeyUse> uses = new ConcurrentHashMap<>();

  public UsageMeter(UsageBooks books, Clock clock, Vertx vertx) {
    this.books = books;
    this.clock = clock;
    vertx.setPeriodic(
        FLUSH_MILLIS,
        _ ->
            vertx
                .executeBlocking(
                    () -> {
                      flush();
                      return true;
                    })
                .onFailure(cause -> LOG.warn("Usage was not written", cause)));
  }

  /** The counts of a key. */
  public KeyUse of(UUID key) {
    return uses.computeIfAbsent(key, KeyUse::new);
  }

  /** Writes what was counted; with the database away it stays for the next time. */
  public synchronized void flush() {
    var entries = drain();
    if (entries.isEmpty()) {
      return;
    }
    try {
      books.add(entries, LocalDate.ofInstant(clock.instant(), ZONE));
    } catch (SQLException cause) {
      LOG.warnf("Usage could not be written: %s", cause.getMessage());
      entries.forEach(this::putBack);
    }
  }

  private List<Entry> drain() {
    var entries = new ArrayList<Entry>();
    for (var use : uses.values()) {
      use.byRoute()
          .forEach(
              (route, counts) -> {
                var passed = counts.passed.sumThenReset();
                var refused = counts.refused.sumThenReset();
                if (passed + refused > 0) {
                  var at = use.usedAtMillis();
                  var usedAt = at == 0 ? null : Instant.ofEpochMilli(at);
                  entries.add(new Entry(use.key(), route, passed, refused, usedAt));
                }
              });
    }
    entries.sort(Comparator.comparing(Entry::key).thenComparing(Entry::route));
    return entries;
  }

  private void putBack(Entry entry) {
    var counts = of(entry.key()).counts(entry.route());
    counts.passed.add(entry.passed());
    counts.refused.add(entry.refused());
  }

  void close(@Observes @Priority(AFTER_THE_DOOR) ShutdownEvent stopping) {
    flush();
  }
}
