package org.gonghui.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.gonghui.kit.problem.ExplainedProblem;

/** Adds to every operation, by reference, the refusals that it may answer. */
record Refusals(Code code) {
  private static final Map<String, String> MEANINGS = meanings();
  private static final List<String> ALWAYS = List.of("400", "406", "429", "500", "503");
  private static final List<String> OF_CHANGES = List.of("409", "422");
  private static final List<String> OF_VERSIONS = List.of("412", "428");
  private static final List<String> OF_BODIES = List.of("413", "415");
  private static final Map<String, String> HEADERS =
      Map.of("401", "WWW-Authenticate", "429", "Retry-After", "503", "Retry-After");

  private static Map<String, String> meanings() {
    var meanings = new LinkedHashMap<String, String>();
    meanings.put("400", "Something in the request is not valid; errors[] points at each place");
    meanings.put("401", "No valid token or key");
    meanings.put("403", "No role or scope that allows it");
    meanings.put("404", "There is no such thing in the caller's area");
    meanings.put("406", "No answer in a type that is accepted");
    meanings.put("409", "Not possible in the present state, or done by another request");
    meanings.put("412", "It has changed since it was read");
    meanings.put("413", "The body is too large");
    meanings.put("415", "Not a content type that is taken here");
    meanings.put("422", "Well-formed, but against a rule");
    meanings.put("428", "If-Match is missing");
    meanings.put("429", "Too many requests; see Retry-After");
    meanings.put("500", "A fault of the service");
    meanings.put("503", "Busy; see Retry-After");
    return meanings;
  }

  void apply(OpenAPI document) {
    var components = document.getComponents();
    components.addSchema("Problem", problem());
    document.addExtension("x-problems", explained());
    MEANINGS.forEach(
        (status, means) -> components.addResponse("Refusal" + status, answer(status, means)));
    SchemaWalk.paths(document)
        .forEach(
            (path, item) ->
                item.getOperations().forEach((method, it) -> complete(path, method, it)));
  }

  /** What the pages behind the types of problems tell; the gateway serves them. */
  private static List<Map<String, Object>> explained() {
    var lines = new TreeMap<String, Map<String, Object>>();
    for (var it : ExplainedProblem.all()) {
      var line = new LinkedHashMap<String, Object>();
      line.put("code", it.code());
      line.put("status", it.status());
      line.put("title", texts(it.title(), it.titleZh()));
      line.put("meaning", texts(it.meaning(), it.meaningZh()));
      lines.put(it.code(), line);
    }
    return List.copyOf(lines.values());
  }

  private static Map<String, String> texts(String english, String chinese) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("en", english);
    texts.put("zh-CN", chinese);
    return texts;
  }

  private void complete(String path, HttpMethod method, Operation operation) {
    var statuses = new ArrayList<>(ALWAYS);
    if (!isOpen(operation)) {
      statuses.addAll(List.of("401", "403"));
    }
    if (method != HttpMethod.GET || path.contains("{") || operation.getParameters() != null) {
      statuses.add("404");
    }
    if (method != HttpMethod.GET) {
      statuses.addAll(OF_CHANGES);
    }
    if (Headers.takesIfMatch(operation)) {
      statuses.addAll(OF_VERSIONS);
    }
    if (operation.getRequestBody() != null) {
      statuses.addAll(OF_BODIES);
    }
    var responses = operation.getResponses();
    statuses.stream()
        .sorted()
        .filter(status -> !responses.hasAPIResponse(status))
        .forEach(
            status ->
                responses.addAPIResponse(status, createAPIResponse().ref("Refusal" + status)));
  }

  private boolean isOpen(Operation operation) {
    return code.method(String.valueOf(operation.getOperationId()))
        .filter(method -> method.hasAnnotation(PermitAll.class))
        .isPresent();
  }

  private static APIResponse answer(String status, String means) {
    var media = createMediaType().schema(createSchema().ref("Problem"));
    var answer =
        createAPIResponse()
            .description(means)
            .content(createContent().addMediaType("application/problem+json", media));
    var header = HEADERS.get(status);
    return header == null ? answer : answer.addHeader(header, createHeader().ref(header));
  }

  private static Schema problem() {
    var fault =
        createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty("pointer", text(1000).description("RFC 6901, or a parameter's name"))
            .addProperty("code", text(100))
            .addProperty("message", text(1000))
            .required(List.of("pointer", "code", "message"));
    var status = createSchema().addType(SchemaType.INTEGER).format("int32").addExample(404);
    return createSchema()
        .addType(SchemaType.OBJECT)
        .description("A refusal (RFC 9457); `type` is a page that explains it")
        .addProperty("type", text(200).addExample("/problems/not-found"))
        .addProperty("title", text(200).addExample("There is no such thing"))
        .addProperty("status", status.minimum(decimal(400)).maximum(decimal(599)))
        .addProperty("code", text(100).addExample("NOT_FOUND"))
        .addProperty("detail", text(2000))
        .addProperty("instance", text(300))
        .addProperty("traceId", text(32))
        .addProperty("errors", createSchema().addType(SchemaType.ARRAY).maxItems(100).items(fault))
        .required(List.of("type", "title", "status", "code", "detail", "traceId"));
  }

  private static BigDecimal decimal(int value) {
    return BigDecimal.valueOf(value);
  }

  private static Schema text(int longest) {
    return createSchema().addType(SchemaType.STRING).maxLength(longest);
  }
}
