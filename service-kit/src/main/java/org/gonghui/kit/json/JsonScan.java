package org.gonghui.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.kit.problem.Fault;

/** Walks a body once before it is bound, and finds every text that may not be stored. */
final class JsonScan {
  static final int DEEPEST = 32;
  static final int LONGEST_TEXT = 20_000;
  private static final int MOST_FAULTS = 100;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(constraints())
          .build();

  private JsonScan() {}

  static StreamReadConstraints constraints() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(DEEPEST)
        .maxNumberLength(60)
        .maxNameLength(200)
        .build();
  }

  /** All faults of the texts in it; a body that is no JSON at all throws as the parser does. */
  static List<Fault> faultsOf(byte[] body) throws IOException {
    var faults = new ArrayList<Fault>();
    var roots = 0;
    try (var parser = FACTORY.createParser(body)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
          check(parser, faults);
        }
        if (isRootStart(parser, token) && (++roots > 1 || token == JsonToken.VALUE_NULL)) {
          return List.of(new Fault("", "WRONG_TYPE", "is not one object or array"));
        }
        if (faults.size() >= MOST_FAULTS) {
          return faults;
        }
      }
    }
    return faults;
  }

  private static boolean isRootStart(JsonParser parser, JsonToken token) {
    var context = parser.getParsingContext();
    return token.isScalarValue()
        ? context.inRoot()
        : token.isStructStart() && context.getParent().inRoot();
  }

  private static void check(JsonParser parser, List<Fault> faults) throws IOException {
    var code = Characters.faultOf(parser.getText(), LONGEST_TEXT);
    if (code != null) {
      var context =
          parser.currentToken() == JsonToken.FIELD_NAME
              ? parser.getParsingContext().getParent()
              : parser.getParsingContext();
      var pointer = context == null ? "" : context.pathAsPointer().toString();
      faults.add(new Fault(pointer, code, "has a character or a length that is not allowed"));
    }
  }
}
