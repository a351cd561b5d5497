package org.gonghui.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.gonghui.kit.http.Answers;

/** With which statuses an operation succeeds, where its code chooses. */
record Successes(Code code) {
  private static final String OK = "200";
  private static final Map<Integer, String> MEANINGS =
      Map.of(
          200, "Known already, or done",
          201, "Made",
          202, "Taken; a job is at work on it",
          204, "Done");

  void apply(OpenAPI document) {
    SchemaWalk.operations(document)
        .forEach(
            operation ->
                code.method(String.valueOf(operation.getOperationId()))
                    .flatMap(method -> Code.annotation(method, Answers.class))
                    .ifPresent(it -> tell(operation, it.value().asIntArray())));
  }

  private static void tell(Operation operation, int... statuses) {
    var ok = operation.getResponses().getAPIResponse(OK);
    operation.getResponses().removeAPIResponse(OK);
    for (var status : statuses) {
      var answer = createAPIResponse().description(MEANINGS.get(status)).content(ok.getContent());
      operation.getResponses().addAPIResponse(String.valueOf(status), answer);
    }
  }

  static Map<String, APIResponse> of(Operation operation) {
    var found = new TreeMap<String, APIResponse>();
    SchemaWalk.orNone(operation.getResponses().getAPIResponses())
        .forEach(
            (status, answer) -> {
              if (status.startsWith("2")) {
                found.put(status, answer);
              }
            });
    return found;
  }
}
