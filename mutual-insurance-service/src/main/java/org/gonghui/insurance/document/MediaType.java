package org.gonghui.insurance.document;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.gonghui.kit.problem.ProblemType;
import org.gonghui.kit.problem.ProblemType.Kind;

/** The kinds of file that are kept, told by their content and never by their name. */
enum MediaType {
  PDF("application/pdf", "255044462d"),
  JPEG("image/jpeg", "ffd8ff"),
  PNG("image/png", "89504e470d0a1a0a");

  static final ProblemType MEDIA_NOT_SUPPORTED =
      new ProblemType(
          "MEDIA_NOT_SUPPORTED",
          Kind.UNSUPPORTED_TYPE,
          "Only PDF, JPEG and PNG",
          "仅支持 PDF、JPEG、PNG");
  static final ProblemType DOCUMENT_TOO_LARGE =
      new ProblemType(
          "DOCUMENT_TOO_LARGE", Kind.TOO_LARGE, "At most 10 MiB a file", "单个文件不超过 10 MiB");
  static final ProblemType TOO_MANY_DOCUMENTS =
      brokenRule("TOO_MANY_DOCUMENTS", "At most 20 files a claim", "每件申请最多 20 个文件");

  private final String type;
  private final byte[] start;

  MediaType(String type, String start) {
    this.type = type;
    this.start = HexFormat.of().parseHex(start);
  }

  String type() {
    return type;
  }

  static MediaType of(byte[] content) {
    return Stream.of(values())
        .filter(media -> media.starts(content))
        .findFirst()
        .orElseThrow(() -> MEDIA_NOT_SUPPORTED.because("the content is none of these"));
  }

  private boolean starts(byte[] content) {
    return content.length > start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }
}
