package org.gonghui.kit.sample;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.money.Money;

/** What happens to notes. */
public sealed interface NoteEvent extends DomainEvent {
  UUID noteId();

  record Written(UUID noteId, int line, Money fee, Instant at) implements NoteEvent {}

  record Burnt(UUID noteId, Instant at) implements NoteEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Written _ -> "kit.note.written.v1";
      case Burnt _ -> "kit.note.burnt-down.v1";
    };
  }

  @Override
  default UUID aggregateId() {
    return noteId();
  }
}
