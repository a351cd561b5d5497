package org.gonghui.kit.problem;

import static org.gonghui.kit.problem.ProblemType.conflict;
import static org.gonghui.kit.problem.ProblemType.forbidden;
import static org.gonghui.kit.problem.ProblemType.invalid;
import static org.gonghui.kit.problem.ProblemType.missing;

import java.util.Collection;
import org.gonghui.kit.problem.ProblemType.Kind;

/** The refusals that every service knows. */
public final class Problems {
  public static final ProblemType INVALID =
      invalid("INVALID_REQUEST", "The request is not valid", "请求不合规范");
  public static final ProblemType NOT_FOUND = missing("NOT_FOUND", "There is no such thing", "未找到");
  public static final ProblemType FORBIDDEN =
      forbidden("FORBIDDEN", "Your role does not allow this", "没有权限");
  public static final ProblemType ILLEGAL_TRANSITION =
      conflict("ILLEGAL_TRANSITION", "Not possible in this state", "当前状态不允许此操作");
  public static final ProblemType MAKER_IS_CHECKER =
      forbidden("MAKER_IS_CHECKER", "Somebody else must check this", "经办人不能复核本人业务");
  public static final ProblemType STALE_VERSION =
      new ProblemType("STALE_VERSION", Kind.STALE, "It has changed since you read it", "数据已被更新");
  public static final ProblemType VERSION_MISSING =
      new ProblemType(
          "IF_MATCH_MISSING", Kind.PRECONDITION_MISSING, "If-Match is required", "缺少 If-Match");
  public static final ProblemType BUSY =
      new ProblemType("BUSY", Kind.UNAVAILABLE, "Too busy right now, try again", "系统繁忙,请重试");

  private Problems() {}

  /** The one refusal of every life cycle: what was tried, where it stands, and what is possible. */
  public static <S extends Enum<S>> Problem illegalTransition(S from, S to, Collection<S> allowed) {
    return ILLEGAL_TRANSITION
        .because("from %s to %s", from, to)
        .with("allowed", allowed.stream().map(Enum::name).toList());
  }
}
