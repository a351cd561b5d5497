package org.gonghui.kit.concurrency;

import static org.gonghui.kit.problem.Problems.STALE_VERSION;
import static org.gonghui.kit.problem.Problems.VERSION_MISSING;

import org.jspecify.annotations.Nullable;

/** The strong ETag of an entity version, and the check of If-Match against it. */
public final class EntityTag {
  private EntityTag() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** 428 without If-Match, 412 when it names another version. */
  public static void requireMatch(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw VERSION_MISSING.because("send the ETag that you read as If-Match");
    }
    if (!ifMatch.equals(of(version))) {
      throw STALE_VERSION.because("the current version is %s", of(version));
    }
  }
}
