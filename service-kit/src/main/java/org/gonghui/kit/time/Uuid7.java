package org.gonghui.kit.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/**
 * Ids of version 7 (RFC 9562): they sort by the moment they were made, which keeps indexes dense.
 */
public final class Uuid7 {
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Uuid7() {}

  public static UUID next() {
    return GENERATOR.generate();
  }
}
