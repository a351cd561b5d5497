package org.gonghui.kit.job;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Starts long work and tells how it stands. */
public interface Jobs {
  /**
   * Queues a job in the current transaction; while one with the same kind and business key is
   * active, that one is returned instead. The area decides who may watch it.
   */
  UUID start(String kind, String businessKey, String area, Object parameters);

  Optional<JobView> find(UUID id);

  /** Where its progress is to be read: the {@code Location} of a 202. */
  URI locationOf(UUID id);
}
