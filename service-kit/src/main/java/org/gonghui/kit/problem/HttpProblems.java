package org.gonghui.kit.problem;

import org.gonghui.kit.problem.ProblemType.Kind;

/** The refusals that HTTP itself brings. */
public final class HttpProblems {
  public static final ProblemType UNAUTHENTICATED =
      new ProblemType("UNAUTHENTICATED", Kind.UNAUTHENTICATED, "Log in first", "请先登录");
  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType(
          "METHOD_NOT_ALLOWED",
          Kind.METHOD_NOT_ALLOWED,
          "This does not take that method",
          "不支持该方法");
  public static final ProblemType NOT_ACCEPTABLE =
      new ProblemType(
          "NOT_ACCEPTABLE", Kind.NOT_ACCEPTABLE, "No answer in the type you accept", "无法提供所需格式");
  public static final ProblemType UNSUPPORTED_TYPE =
      new ProblemType(
          "UNSUPPORTED_MEDIA_TYPE", Kind.UNSUPPORTED_TYPE, "Not a type taken here", "不支持的内容类型");
  public static final ProblemType TOO_LARGE =
      new ProblemType("TOO_LARGE", Kind.TOO_LARGE, "The request is too large", "请求过大");
  public static final ProblemType DUPLICATE =
      ProblemType.conflict("DUPLICATE", "That exists already", "记录已存在");
  public static final ProblemType INTERNAL =
      new ProblemType("INTERNAL_ERROR", Kind.INTERNAL, "Something went wrong here", "系统内部错误");

  public static final ProblemType UNREADABLE =
      ProblemType.invalid("UNREADABLE", "The request cannot be read", "无法读取请求");

  private HttpProblems() {}
}
