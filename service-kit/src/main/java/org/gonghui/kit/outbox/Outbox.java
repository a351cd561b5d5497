package org.gonghui.kit.outbox;

import java.util.List;
import org.gonghui.kit.event.DomainEvent;

/**
 * Where events wait, in the transaction of the change that they tell, until the relay has published
 * them.
 */
public interface Outbox {
  void record(DomainEvent event);

  /** Many at once, as one statement; for bulk work. */
  void recordAll(List<? extends DomainEvent> events);
}
