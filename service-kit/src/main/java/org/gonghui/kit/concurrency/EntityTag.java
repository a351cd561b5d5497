package org.gonghui.kit.concurrency;

import static org.gonghui.kit.problem.ProblemType.invalid;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;
import static org.gonghui.kit.problem.Problems.VERSION_MISSING;

import java.util.regex.Pattern;
import org.gonghui.kit.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The strong ETag of an entity version, and the check of If-Match against it. */
public final class EntityTag {
  public static final ProblemType INVALID_TAG =
      invalid("IF_MATCH_INVALID", "If-Match is not one strong tag", "If-Match 无效");
  private static final Pattern ONE_STRONG = Pattern.compile("\"[\\x21\\x23-\\x7e]{1,64}\"");

  private EntityTag() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** 428 without If-Match, 400 for lists, weak tags and wildcards, 412 for another version. */
  public static void requireMatch(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw VERSION_MISSING.because("send the ETag that you read as If-Match");
    }
    requireStrong(ifMatch);
    if (!ifMatch.equals(of(version))) {
      throw STALE_VERSION.because("the current version is %s", of(version));
    }
  }

  /** Where a PUT may also create: what does not exist yet has no version that could match. */
  public static void requireMatchIfKnown(@Nullable String ifMatch, @Nullable Long version) {
    if (version != null) {
      requireMatch(ifMatch, version);
    } else if (ifMatch != null) {
      requireStrong(ifMatch);
      throw STALE_VERSION.because("nothing is there yet; leave If-Match out");
    }
  }

  private static void requireStrong(String ifMatch) {
    if (!ONE_STRONG.matcher(ifMatch).matches()) {
      throw INVALID_TAG.at("If-Match", "exactly one strong tag, as it came in ETag");
    }
  }
}
