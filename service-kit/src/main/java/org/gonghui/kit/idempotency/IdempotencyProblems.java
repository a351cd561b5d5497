package org.gonghui.kit.idempotency;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;
import static org.gonghui.kit.problem.ProblemType.invalid;

import org.gonghui.kit.problem.ProblemType;

/** Why a key is refused. */
public final class IdempotencyProblems {
  public static final ProblemType KEY_MISSING =
      invalid("IDEMPOTENCY_KEY_MISSING", "Idempotency-Key is required", "缺少 Idempotency-Key");
  public static final ProblemType KEY_INVALID =
      invalid("IDEMPOTENCY_KEY_INVALID", "Not usable as a key", "Idempotency-Key 无效");
  public static final ProblemType KEY_REUSED =
      brokenRule("IDEMPOTENCY_KEY_REUSED", "The key was used for another request", "该幂等键已用于其他请求");
  public static final ProblemType STILL_RUNNING =
      conflict("IDEMPOTENCY_STILL_RUNNING", "The first request still runs", "首次请求仍在处理中");

  private IdempotencyProblems() {}
}
