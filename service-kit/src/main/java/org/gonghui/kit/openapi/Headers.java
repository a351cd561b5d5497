package org.gonghui.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.gonghui.kit.idempotency.Idempotent;

/** The headers of requests and answers that belong to repeats, versions and places. */
record Headers(Code code) {
  private static final String KEY = "IdempotencyKey";
  private static final String REQUIRED_KEY = "RequiredIdempotencyKey";
  private static final String IF_MATCH = "If-Match";
  private static final String IF_MATCH_ID = "IfMatch";
  private static final String ON_CHANGE = "IfMatchOnChange";

  void apply(OpenAPI document) {
    var components = document.getComponents();
    components.addParameter(KEY, key(false)).addParameter(REQUIRED_KEY, key(true));
    components.addParameter(IF_MATCH_ID, ifMatch(true)).addParameter(ON_CHANGE, ifMatch(false));
    all().forEach(components::addHeader);
    var versioned = versioned(document);
    SchemaWalk.paths(document)
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) ->
                            complete(method, operation, versioned.contains(path))));
  }

  /**
   * Where a version can be read: things that are themselves, or below them, changed by If-Match.
   */
  private static Set<String> versioned(OpenAPI document) {
    var found = new TreeSet<String>();
    SchemaWalk.paths(document)
        .forEach(
            (path, item) -> {
              if (item.getOperations().values().stream().anyMatch(Headers::takesIfMatch)) {
                found.add(path);
                found.add(path.substring(0, path.lastIndexOf('}') + 1));
              }
            });
    return found;
  }

  static boolean takesIfMatch(Operation operation) {
    return SchemaWalk.orNone(operation.getParameters()).stream()
        .anyMatch(
            it ->
                IF_MATCH.equals(it.getName())
                    || String.valueOf(it.getRef()).contains("/" + IF_MATCH_ID));
  }

  private void complete(HttpMethod method, Operation operation, boolean isVersioned) {
    var isDecision = takesIfMatch(operation);
    if (isDecision) {
      // A PUT may also make a thing, which then has no version yet.
      var id = method == HttpMethod.PUT ? ON_CHANGE : IF_MATCH_ID;
      operation.setParameters(
          operation.getParameters().stream()
              .map(it -> IF_MATCH.equals(it.getName()) ? createParameter().ref(id) : it)
              .toList());
    }
    if (method == HttpMethod.POST) {
      operation.addParameter(createParameter().ref(needsKey(operation) ? REQUIRED_KEY : KEY));
    }
    Successes.of(operation)
        .forEach(
            (status, answer) -> {
              if (isDecision || (isVersioned && method == HttpMethod.GET)) {
                refer(answer, "ETag");
              }
              if (status.equals("201") || status.equals("202")) {
                refer(answer, "Location");
              }
              if (method == HttpMethod.POST) {
                refer(answer, "Idempotency-Replayed");
              }
            });
  }

  private boolean needsKey(Operation operation) {
    return code.method(String.valueOf(operation.getOperationId()))
        .flatMap(method -> Code.annotation(method, Idempotent.class))
        .map(it -> it.value("required") != null && it.value("required").asBoolean())
        .orElse(false);
  }

  private static void refer(APIResponse answer, String header) {
    answer.addHeader(header, createHeader().ref(header));
  }

  /** In one order: the committed document is compared byte for byte. */
  private static SortedMap<String, Header> all() {
    return new TreeMap<>(
        Map.of(
            "ETag", header("The version; send it back as If-Match", "\"3\"", 66),
            "Location",
                header("Where the new thing, or the job at work on it, is", "/api/x/v1/y", 500),
            "Idempotency-Replayed", header("`true` on the repetition of an answer", "true", 4),
            "Retry-After", header("Seconds to wait before another try", "1", 10),
            "WWW-Authenticate", header("How to log in", "Bearer", 200)));
  }

  private static Header header(String means, String example, int longest) {
    return createHeader().description(means).example(example).schema(text(longest));
  }

  private static Parameter key(boolean required) {
    return createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .required(required)
        .description("A new random value for each new request; the same for its repetition")
        .example("0198c2a4-7b1e-7c55-9a51-3d1f6a0c2b11")
        .schema(text(255).minLength(1));
  }

  private static Parameter ifMatch(boolean required) {
    return createParameter()
        .name(IF_MATCH)
        .in(Parameter.In.HEADER)
        .required(required)
        .description(
            required
                ? "The ETag that you read: one strong tag"
                : "The ETag that you read, where the thing exists already")
        .example("\"3\"")
        .schema(text(66).pattern("^\"[!#-~]{1,64}\"$"));
  }

  private static Schema text(int longest) {
    return createSchema().addType(SchemaType.STRING).maxLength(longest);
  }
}
