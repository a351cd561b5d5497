package org.gonghui.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to every operation, by reference, the refusals that it may answer. */
public class CommonAnswers implements OASFilter {
  private static final String KEY = "IdempotencyKey";
  private static final Map<String, String> REFUSALS = refusals();
  private static final List<String> ALWAYS =
      List.of("400", "401", "403", "404", "429", "500", "503");
  private static final List<String> OF_CHANGES = List.of("409", "412", "422", "428");
  private static final List<String> OF_BODIES = List.of("413", "415");

  private static Map<String, String> refusals() {
    var refusals = new LinkedHashMap<String, String>();
    refusals.put("400", "Something in the request is not valid; errors[] points at each place");
    refusals.put("401", "No valid token");
    refusals.put("403", "No role or scope that allows it");
    refusals.put("404", "There is no such thing in the caller's area");
    refusals.put("409", "Not possible in the present state, or done by another request");
    refusals.put("412", "It has changed since it was read");
    refusals.put("413", "The body is too large");
    refusals.put("415", "Not a content type that is taken here");
    refusals.put("422", "Well-formed, but against a rule");
    refusals.put("428", "If-Match is missing");
    refusals.put("429", "Too many requests; see Retry-After");
    refusals.put("500", "A fault of the service");
    refusals.put("503", "Busy; see Retry-After");
    return refusals;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(createComponents());
    }
    var components = document.getComponents();
    components.addSchema("Problem", problem());
    components.addParameter(KEY, idempotencyKey());
    REFUSALS.forEach((status, means) -> components.addResponse("Refusal" + status, answer(means)));
    var paths = document.getPaths();
    if (paths != null && paths.getPathItems() != null) {
      paths.getPathItems().values().forEach(CommonAnswers::complete);
    }
  }

  private static void complete(PathItem path) {
    path.getOperations().forEach(CommonAnswers::complete);
  }

  private static void complete(HttpMethod method, Operation operation) {
    var statuses = new ArrayList<>(ALWAYS);
    if (method != HttpMethod.GET) {
      statuses.addAll(OF_CHANGES);
    }
    if (operation.getRequestBody() != null) {
      statuses.addAll(OF_BODIES);
    }
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    for (var status : statuses) {
      if (!operation.getResponses().hasAPIResponse(status)) {
        operation
            .getResponses()
            .addAPIResponse(status, createAPIResponse().ref("Refusal" + status));
      }
    }
    if (method == HttpMethod.POST) {
      operation.addParameter(createParameter().ref(KEY));
    }
  }

  private static Parameter idempotencyKey() {
    return createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .description("A new random value for each new request; the same for its repetition")
        .example("0198c2a4-7b1e-7c55-9a51-3d1f6a0c2b11")
        .schema(text(255).minLength(1));
  }

  private static APIResponse answer(String means) {
    var media = createMediaType().schema(createSchema().ref("Problem"));
    return createAPIResponse()
        .description(means)
        .content(createContent().addMediaType("application/problem+json", media));
  }

  private static Schema problem() {
    var fault =
        createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty("pointer", text(1000).description("RFC 6901, or a parameter's name"))
            .addProperty("code", text(100))
            .addProperty("message", text(1000));
    return createSchema()
        .addType(SchemaType.OBJECT)
        .description("A refusal (RFC 9457)")
        .addProperty("type", text(200).addExample("/problems/not-found"))
        .addProperty("title", text(200).addExample("There is no such thing"))
        .addProperty("status", createSchema().addType(SchemaType.INTEGER).addExample(404))
        .addProperty("code", text(100).addExample("NOT_FOUND"))
        .addProperty("detail", text(2000))
        .addProperty("instance", text(300))
        .addProperty("traceId", text(32))
        .addProperty("errors", createSchema().addType(SchemaType.ARRAY).maxItems(100).items(fault))
        .required(List.of("type", "title", "status", "code", "detail", "traceId"));
  }

  private static Schema text(int longest) {
    return createSchema().addType(SchemaType.STRING).maxLength(longest);
  }
}
