package org.gonghui.kit.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The append-only record of acts, written in the transaction of the act itself. */
public interface Audit {
  /** Notes what the current caller did to one thing; before and after hold masked values only. */
  void record(Act act);

  /** Many acts of one bulk step. */
  void recordAll(List<Act> acts);

  /**
   * One act.
   *
   * @param action a verb phrase in kebab-case, such as {@code claim-approved} or {@code
   *     identity-read}
   */
  record Act(
      String action,
      String subjectType,
      UUID subjectId,
      String area,
      @Nullable String reason,
      Map<String, Object> before,
      Map<String, Object> after) {

    public static Act of(String action, String subjectType, UUID subjectId, String area) {
      return new Act(action, subjectType, subjectId, area, null, Map.of(), Map.of());
    }
  }
}
