package org.gonghui.kit.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.problem.HttpProblems;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemAnswerTest {
  private static final String PARCELS = "/api/kit/v1/parcels";
  private static final String GOOD =
      """
      {"name":"a","worth":"1.00","weight":1,"day":"2017-01-01","mode":"UP","things":[{"name":"b"}]}
      """;

  @Test
  void a_refusal_tells_all_that_the_standard_asks() {
    given()
        .get(PARCELS + "/moved")
        .then()
        .spec(problem(Problems.ILLEGAL_TRANSITION))
        .body("type", equalTo("/problems/illegal-transition"))
        .body("title", equalTo("Not possible in this state"))
        .body("status", equalTo(409))
        .body("detail", equalTo("from UP to DOWN"))
        .body("instance", equalTo(PARCELS + "/moved"))
        .body("traceId", matchesPattern("[0-9a-f]{32}"))
        .body("allowed", contains("CEILING"));
  }

  @Test
  void its_title_is_chinese_for_those_who_ask() {
    given()
        .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
        .get(PARCELS + "/moved")
        .then()
        .body("title", equalTo("当前状态不允许此操作"));
  }

  @Test
  void a_good_body_passes() {
    post(GOOD).statusCode(200).body("worth", equalTo("1.00"));
  }

  @Test
  void all_faults_of_a_body_come_back_together() {
    post("""
            {"name":"a","worth":"1.005","weight":"7","day":"2017-02-30","mode":"SIDEWAYS",
             "colour":"11010519491231002X","things":[{"name":"b"},{"nam/e":"b","name":4}]}
            """)
        .spec(problem(Problems.INVALID))
        .body(
            "errors.pointer",
            contains(
                "/colour",
                "/day",
                "/mode",
                "/things/1/name",
                "/things/1/nam~1e",
                "/weight",
                "/worth"))
        .body(not(containsString("11010519491231002X")));
  }

  @Test
  void all_broken_constraints_come_back_together() {
    post("""
            {"name":"a name that is far too long","worth":null,"weight":11,
             "things":[{"name":"b"},{"name":""}]}
            """)
        .spec(problem(Problems.INVALID))
        .body("errors.pointer", contains("/name", "/things/1/name", "/weight", "/worth"))
        .body("errors.code", contains("SIZE", "SIZE", "MAX", "NOT_NULL"));
  }

  @Test
  void broken_constraints_are_told_beside_what_cannot_be_read() {
    post("{\"name\":\"a name that is far too long\",\"worth\":1,\"weight\":11,\"x\":1}")
        .spec(problem(Problems.INVALID))
        .body("errors.pointer", contains("/name", "/weight", "/worth", "/x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1]",
        "null",
        "{} {}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "\"text\"",
        "{\"a\":01}",
        "{\"weight\":1e400}",
        "{\"weight\":99999999999}",
        "{\"weight\":1.5}",
        "{\"weight\":null}",
        "{\"name\":4}",
        "{\"name\":true}",
        "{\"name\":{}}",
        "{\"worth\":1.00}",
        "{\"worth\":[]}",
        "{\"day\":\"2017-13-01\"}",
        "{\"day\":[2017,1,1]}",
        "{\"day\":17167}",
        "{\"day\":\"+12017-01-01\"}",
        "{\"day\":\"\"}",
        "{\"mode\":0}",
        "{\"mode\":\"\"}",
        "{\"things\":{}}",
        "{\"things\":[null,7]}",
        "NaN",
        "{'name':'a'}",
        "{\"name\":\"\\uD800\"}",
        "{\"name\":\"\\u0000\"}",
        "{\"na\\u0007me\":\"a\"}",
        "{\"name\":\"\\u202Ea\"}"
      })
  void what_is_not_right_is_400_with_a_place(String body) {
    var answer = post(body).spec(problem(Problems.INVALID));

    List<String> codes = answer.extract().jsonPath().getList("errors.code");
    assertThat(codes).isNotEmpty();
  }

  @Test
  void bytes_that_are_no_utf_8_are_400() {
    given()
        .contentType("application/json")
        .body(new byte[] {'{', '"', 'n', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'})
        .post(PARCELS)
        .then()
        .spec(problem(Problems.INVALID));
  }

  @Test
  void a_thousand_brackets_are_400() {
    post("[".repeat(1000)).spec(problem(Problems.INVALID));
  }

  @Test
  void a_body_over_the_limit_is_413() {
    post("\"" + "x".repeat(5_000_000) + "\"").spec(problem(HttpProblems.TOO_LARGE));
  }

  @Test
  void a_body_without_a_length_is_counted_as_it_comes() throws IOException {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(20_000);
      var out = socket.getOutputStream();
      var head =
          "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n";
      out.write(head.formatted(PARCELS).getBytes(UTF_8));
      var chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(UTF_8);
      for (var i = 0; i < 65; i++) {
        out.write(chunk);
      }
      out.write("0\r\n\r\n".getBytes(UTF_8));

      var answer = new String(socket.getInputStream().readNBytes(30), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void a_length_over_the_limit_is_refused_before_the_body_comes() throws IOException {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(20_000);
      var head = "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n";
      socket.getOutputStream().write(head.formatted(PARCELS).getBytes(UTF_8));

      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"TOO_LARGE\"");
    }
  }

  @Test
  void wrong_query_parameters_are_400_each_with_its_name() {
    given()
        .get(PARCELS + "?limit=ten&id=1&mode=SIDEWAYS&colour=red")
        .then()
        .spec(problem(Problems.INVALID))
        .body("errors.pointer", contains("colour", "id", "limit", "mode"));
    given()
        .get(PARCELS + "?limit=201")
        .then()
        .spec(problem(Problems.INVALID))
        .body("errors.pointer", hasItems("limit"));
    given().get(PARCELS + "?limit=1&limit=2").then().spec(problem(Problems.INVALID));
  }

  @Test
  void what_the_framework_refuses_is_a_problem_too() {
    given().get("/api/kit/v1/nothing").then().spec(problem(Problems.NOT_FOUND));
    given().get("/nothing").then().spec(problem(Problems.NOT_FOUND));
    given().get(PARCELS + "/no-uuid").then().spec(problem(Problems.NOT_FOUND));
    given().delete(PARCELS).then().spec(problem(HttpProblems.METHOD_NOT_ALLOWED));
    given()
        .contentType("application/xml")
        .body("<a/>")
        .post(PARCELS)
        .then()
        .spec(problem(HttpProblems.UNSUPPORTED_TYPE));
    given().accept("image/png").get(PARCELS).then().spec(problem(HttpProblems.NOT_ACCEPTABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=%00", "?limit=a%01", "/%C3%28", "?a=%ff", "/%0a%00"})
  void an_address_that_cannot_be_decoded_is_400(String tail) throws IOException {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(20_000);
      var request = "GET %s%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.formatted(PARCELS, tail).getBytes(UTF_8));

      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"UNREADABLE\"");
    }
  }

  @Test
  void callers_are_told_apart() {
    given().get(PARCELS + "/secret").then().spec(problem(HttpProblems.UNAUTHENTICATED));
    given()
        .auth()
        .oauth2("no.such.token")
        .get(PARCELS + "/secret")
        .then()
        .spec(problem(HttpProblems.UNAUTHENTICATED));
    a(Role.MEMBER, "3306")
        .request()
        .get(PARCELS + "/secret")
        .then()
        .spec(problem(Problems.FORBIDDEN));
    a(Role.AUDITOR, "330602")
        .request()
        .get(PARCELS + "/secret")
        .then()
        .statusCode(200)
        .body("area", equalTo("330602"));
  }

  @Test
  void a_stale_version_is_412_and_what_is_not_foreseen_tells_nothing() {
    given().get(PARCELS + "/stale").then().spec(problem(Problems.STALE_VERSION));
    given()
        .get(PARCELS + "/broken")
        .then()
        .spec(problem(HttpProblems.INTERNAL))
        .body(not(containsString("secret")))
        .body(not(containsString("Exception")));
  }

  @ParameterizedTest
  @CsvSource({"23505,409", "23P01,409", "22021,400", "40P01,503", "40001,503", "55P03,503"})
  void a_failure_of_the_store_is_told_by_its_meaning(String state, int status) {
    given()
        .get(PARCELS + "/sql/" + state)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Retry-After", status == 503 ? equalTo("1") : equalTo(null));
  }

  private static ValidatableResponse post(String body) {
    return given().contentType(ContentType.JSON).body(body).post(PARCELS).then();
  }
}
