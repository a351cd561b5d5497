package org.gonghui.insurance.sheet;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import org.gonghui.kit.problem.ProblemType;
import org.gonghui.kit.problem.ProblemType.Kind;

/** Why a file is not read. */
public final class SheetProblems {
  public static final ProblemType FILE_TOO_LARGE =
      new ProblemType("FILE_TOO_LARGE", Kind.TOO_LARGE, "The file is too large", "文件过大");
  public static final ProblemType FILE_EXPANDS_TOO_MUCH =
      new ProblemType(
          "FILE_EXPANDS_TOO_MUCH", Kind.TOO_LARGE, "The file unpacks to too much", "文件解压后过大");
  public static final ProblemType XLS_NOT_SUPPORTED =
      new ProblemType(
          "XLS_NOT_SUPPORTED",
          Kind.UNSUPPORTED_TYPE,
          "Save the old Excel file as .xlsx",
          "请将旧版 Excel 文件另存为 .xlsx");
  public static final ProblemType MACROS_NOT_SUPPORTED =
      new ProblemType(
          "MACROS_NOT_SUPPORTED",
          Kind.UNSUPPORTED_TYPE,
          "Files with macros are not taken",
          "不接受含宏的文件");
  public static final ProblemType FILE_TYPE_UNKNOWN =
      new ProblemType(
          "FILE_TYPE_UNKNOWN", Kind.UNSUPPORTED_TYPE, "Neither CSV nor XLSX", "仅支持 CSV 或 XLSX 文件");
  public static final ProblemType FILE_PROTECTED =
      brokenRule("FILE_PROTECTED", "The file has a password", "文件已加密,请取消密码");
  public static final ProblemType FILE_BROKEN =
      brokenRule("FILE_BROKEN", "The file is damaged", "文件已损坏");
  public static final ProblemType ENCODING_UNKNOWN =
      brokenRule("ENCODING_UNKNOWN", "Neither UTF-8 nor GB18030", "无法识别文件编码");
  public static final ProblemType TOO_MANY_ROWS =
      brokenRule("TOO_MANY_ROWS", "The file has too many rows", "文件行数超限");
  public static final ProblemType TOO_MANY_COLUMNS =
      brokenRule("TOO_MANY_COLUMNS", "The file has too many columns", "文件列数超限");
  public static final ProblemType CELL_TOO_LONG =
      brokenRule("CELL_TOO_LONG", "A cell holds too much text", "单元格内容过长");

  private SheetProblems() {}
}
