package org.gonghui.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gonghui.kit.identity.Acting;

/**
 * Gathers the acts of a transaction and appends them to one chain just before it commits, so that a
 * chain is held for an instant and writers do not wait for each other.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ChainedAudit implements Audit {
  private final AuditChains chains;
  private final TransactionSynchronizationRegistry transaction;
  private final Acting acting;
  private final ObjectMapper json;
  private final Clock clock;

  ChainedAudit(
      AuditChains chains,
      TransactionSynchronizationRegistry transaction,
      Acting acting,
      ObjectMapper json,
      Clock clock) {
    this.chains = chains;
    this.transaction = transaction;
    this.acting = acting;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void record(Act act) {
    gathered().add(entry(act));
  }

  @Override
  public void recordAll(List<Act> acts) {
    var entries = gathered();
    acts.forEach(act -> entries.add(entry(act)));
  }

  @SuppressWarnings("unchecked")
  private List<AuditEntry> gathered() {
    var known = (List<AuditEntry>) transaction.getResource(this);
    return known == null ? gather() : known;
  }

  private List<AuditEntry> gather() {
    var entries = new ArrayList<AuditEntry>();
    transaction.putResource(this, entries);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            chains.append(entries);
          }

          @Override
          public void afterCompletion(int status) {
            // Nothing is left to do: the entries came or went with the transaction.
          }
        });
    return entries;
  }

  private AuditEntry entry(Act act) {
    var caller = acting.current();
    return new AuditEntry(
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        caller.subject(),
        caller.name(),
        String.join(" ", new TreeSet<>(caller.roles())),
        act.action(),
        act.subjectType(),
        act.subjectId(),
        act.area(),
        act.reason(),
        caller.requestId(),
        text(act.before()),
        text(act.after()));
  }

  private String text(Map<String, Object> values) {
    try {
      return json.writeValueAsString(new TreeMap<>(values));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("an act holds plain values only", broken);
    }
  }
}
