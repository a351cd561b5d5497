package org.gonghui.kit.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemLanguageTest {
  private static final String PARCELS = "/api/kit/v1/parcels";
  private static final String TOO_LONG =
      "{\"name\":\"a name that is much too long\",\"weight\":1,\"worth\":\"1.00\"}";

  @Test
  void titles_details_and_messages_come_in_the_language_that_was_asked_for() {
    refused(given(), "/moved").body("detail", equalTo("from UP to DOWN"));
    refused(chinese(), "/moved")
        .body("title", equalTo("当前状态不允许此操作"))
        .body("detail", equalTo("不能由 UP 转为 DOWN"));
    refused(chinese(), "?limit=x&colour=red")
        .body("detail", equalTo("具体问题见 errors"))
        .body("errors.message", hasItem("不是该接口的参数"));
  }

  @Test
  void broken_constraints_and_unreadable_fields_are_told_in_chinese_too() {
    send(chinese(), TOO_LONG)
        .body("errors.find { it.pointer == '/name' }.message", startsWith("个数必须在"));
    send(given(), TOO_LONG)
        .body("errors.find { it.pointer == '/name' }.message", startsWith("size must be"));
    send(chinese(), "{\"weight\":1,\"worth\":\"1.00\",\"colour\":1}")
        .body("errors.message", hasItem("不是此处的字段"));
  }

  @Test
  void a_type_is_a_page_that_the_document_explains() {
    var type = refused(given(), "/moved").extract().<String>path("type");

    given()
        .get("/q/openapi?format=json")
        .then()
        .body("'x-problems'.code", hasItem("ILLEGAL_TRANSITION"))
        .body(
            "'x-problems'.find { it.code == 'ILLEGAL_TRANSITION' }.meaning.'zh-CN'",
            startsWith("当前状态"));
    assertThat(type).isEqualTo("/problems/illegal-transition");
  }

  @Test
  void the_document_is_read_again_only_when_it_has_changed() {
    var tag = given().get("/q/openapi?format=json").then().statusCode(200).extract().header("ETag");

    given().header("If-None-Match", tag).get("/q/openapi?format=json").then().statusCode(304);
    given().header("If-None-Match", "\"0\"").get("/q/openapi?format=json").then().statusCode(200);
  }

  private static RequestSpecification chinese() {
    return given().header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
  }

  private static ValidatableResponse refused(RequestSpecification caller, String path) {
    return caller.get(PARCELS + path).then();
  }

  private static ValidatableResponse send(RequestSpecification caller, String body) {
    return caller.contentType("application/json").body(body).post(PARCELS).then().statusCode(400);
  }
}
