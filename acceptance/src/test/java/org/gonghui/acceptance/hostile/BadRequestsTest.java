package org.gonghui.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gonghui.acceptance.hostile.RawDoor.Reply;
import org.junit.jupiter.api.Test;

class BadRequestsTest {
  private static final String DOCUMENT =
      """
      {"paths": {
        "/api/a/v1/things/{id}": {
          "get": {"parameters": [{"name": "id", "in": "path", "schema": {"format": "uuid"}}],
                  "responses": {}},
          "post": {"responses": {}},
          "put": {"parameters": [{"name": "If-Match", "in": "header", "schema": {}}],
                  "requestBody": {"content": {"application/json": {"schema":
                    {"$ref": "#/components/schemas/Thing"}}}}, "responses": {}}}},
       "components": {"schemas": {"Thing": {"type": "object", "properties": {
          "amount": {"type": "string", "pattern": "[0-9]+\\\\.[0-9]{2}"},
          "day": {"type": "string", "format": "date"}}}}}}
      """;

  @Test
  void the_same_seed_makes_the_same_requests_and_every_mischief_is_made() throws IOException {
    var documents = List.of(new ObjectMapper().readTree(DOCUMENT));

    var first = BadRequests.of(1, documents, Admission.unknown()).limit(960).toList();
    var second = BadRequests.of(1, documents, Admission.unknown()).limit(960).toList();

    var made = new HashSet<Mischief>();
    for (var i = 0; i < first.size(); i++) {
      assertThat(first.get(i).target()).isEqualTo(second.get(i).target());
      assertThat(first.get(i).body()).isEqualTo(second.get(i).body());
      made.add(first.get(i).mischief());
    }
    assertThat(made).isEqualTo(Set.of(Mischief.values()));
  }

  @Test
  void a_fault_an_echo_and_a_bare_refusal_are_complaints_but_a_problem_is_not() throws IOException {
    var documents = List.of(new ObjectMapper().readTree(DOCUMENT));
    var request = BadRequests.of(1, documents, Admission.unknown()).findFirst().orElseThrow();
    var problem =
        "{\"code\":\"INVALID\",\"status\":400,\"title\":\"Invalid\",\"traceId\":\"%s\"}"
            .formatted("0af7651916cd43dd8448eb211c80319c");

    assertThat(Verdict.on(request, new Reply(500, "text/plain", "x"))).isPresent();
    assertThat(Verdict.on(request, new Reply(400, "text/plain", "x"))).isPresent();
    assertThat(Verdict.on(request, new Reply(400, "application/problem+json", Spoiler.PLANTED)))
        .isPresent();
    assertThat(Verdict.on(request, new Reply(400, "application/problem+json", problem))).isEmpty();
    var untraced = problem.replace("traceId", "trace");
    assertThat(Verdict.on(request, new Reply(400, "application/problem+json", untraced)))
        .isPresent();
  }
}
