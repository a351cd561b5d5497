package org.gonghui.kit.paging;

import static org.gonghui.kit.problem.ProblemType.invalid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Base64;
import org.gonghui.kit.problem.ProblemType;

/** The key of the last item of a page, as text that callers need not understand. */
final class Cursor {
  static final ProblemType INVALID_CURSOR =
      invalid("INVALID_CURSOR", "Not a cursor of this list", "分页游标无效");
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private Cursor() {}

  static String write(Object key) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(key));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("a cursor key must be plain data", broken);
    }
  }

  static <K> K read(String cursor, Class<K> type) {
    try {
      var key = JSON.readValue(Base64.getUrlDecoder().decode(cursor), type);
      if (key != null) {
        return key;
      }
    } catch (IOException | IllegalArgumentException _) {
      // Refused below: what exactly is broken about it helps nobody.
    }
    throw INVALID_CURSOR.at("cursor", "use the cursor of the page before, unchanged");
  }
}
