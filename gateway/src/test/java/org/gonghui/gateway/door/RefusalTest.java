package org.gonghui.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.key;
import static org.gonghui.gateway.stage.Knock.plans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's table of requests that are refused before anybody is asked who they are. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class RefusalTest {
  static Stream<Arguments> shapes() {
    var token = bearer(Stage.ISSUER.token());
    return Stream.of(
        Arguments.of("GET", "/nothing-here", token, 404, "ROUTE_UNKNOWN"),
        Arguments.of("GET", "/api/nothing/v1/x", token, 404, "ROUTE_UNKNOWN"),
        Arguments.of("GET", "/api/mutual-insurance/v2/plans", token, 404, "ROUTE_UNKNOWN"),
        Arguments.of("GET", "/api/mutual-insurance/v1x", token, 404, "ROUTE_UNKNOWN"),
        Arguments.of("GET", "/API/mutual-insurance/v1/plans", token, 404, "ROUTE_UNKNOWN"),
        Arguments.of("GET", "/q/metrics", token, 404, "ROUTE_UNKNOWN"),
        Arguments.of("GET", "/q/openapi", token, 404, "ROUTE_UNKNOWN"),
        Arguments.of("GET", "/console/../q/metrics", token, 400, "PATH_NOT_CANONICAL"),
        Arguments.of("POST", "/console", token, 405, "METHOD_NOT_ALLOWED"),
        Arguments.of("TRACE", plans(), token, 405, "METHOD_NOT_ALLOWED"),
        Arguments.of("CONNECT", plans(), token, 405, "METHOD_NOT_ALLOWED"),
        Arguments.of("BREW", plans(), token, 405, "METHOD_NOT_ALLOWED"),
        Arguments.of("GET", "http://localhost" + plans(), token, 400, "PATH_NOT_CANONICAL"),
        Arguments.of("OPTIONS", "*", token, 400, "PATH_NOT_CANONICAL"),
        Arguments.of("GET", plans() + "?q=%zz", token, 400, "QUERY_MALFORMED"),
        Arguments.of("GET", plans() + "?q=%C0%AF", token, 400, "QUERY_MALFORMED"),
        Arguments.of("GET", plans() + "?q=%00", token, 400, "QUERY_MALFORMED"),
        Arguments.of("GET", plans() + "?api_key=x", token, 400, "CREDENTIAL_IN_QUERY"),
        Arguments.of("GET", plans() + "?a=1&access%5Ftoken=x", token, 400, "CREDENTIAL_IN_QUERY"),
        Arguments.of(
            "GET", plans() + "?x=" + Stage.HOSPITAL.text(), token, 400, "CREDENTIAL_IN_QUERY"),
        Arguments.of("GET", plans(), "Upgrade: websocket", 400, "UPGRADE_REFUSED"),
        Arguments.of("GET", plans(), "Expect: miracles", 417, "EXPECTATION_FAILED"),
        Arguments.of("GET", plans(), "Transfer-Encoding: gzip, chunked", 400, "REQUEST_MALFORMED"),
        Arguments.of("GET", plans(), "Host: other", 400, "HOST_INVALID"),
        Arguments.of("GET", plans(), "X-Nothing: 1", 401, "CREDENTIALS_MISSING"),
        Arguments.of("GET", plans(), "Authorization: Basic eDp5", 401, "TOKEN_INVALID"),
        Arguments.of("GET", plans(), "Authorization: Bearer", 401, "TOKEN_INVALID"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void a_refused_request_gets_its_problem(
      String method, String target, String header, int status, String code) {
    var before = Stage.ORIGIN.received.size();

    var answer = Knock.request(method, target, header);

    answer.isProblem(status, code);
    assertThat(Stage.ORIGIN.received).hasSize(before);
  }

  @Test
  void a_token_and_a_key_together_are_refused() {
    var answer = Knock.get(plans(), bearer(Stage.ISSUER.token()), key(Stage.HOSPITAL.text()));

    answer.isProblem(400, "CREDENTIALS_AMBIGUOUS");
  }

  @Test
  void a_credential_given_twice_is_refused() {
    var token = bearer(Stage.ISSUER.token());

    Knock.get(plans(), token, token).isProblem(400, "CREDENTIALS_AMBIGUOUS");
  }

  @Test
  void who_sends_no_credential_is_told_how_to() {
    var answer = Knock.get(plans());

    answer.isProblem(401, "CREDENTIALS_MISSING");
    assertThat(answer.header("www-authenticate")).contains("Bearer realm=\"gonghui\"");
  }

  @Test
  void titles_follow_the_language() {
    var chinese = Knock.get(plans(), "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8");
    var english = Knock.get(plans(), "Accept-Language: en-GB");

    assertThat(chinese.json().path("title").asText()).isEqualTo("请登录或提供合作机构密钥");
    assertThat(english.json().path("title").asText()).isEqualTo("Log in, or send a partner key");
  }

  @Test
  void only_the_configured_hosts_are_served() {
    var request = "GET " + plans() + " HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";

    Knock.raw(request.formatted("evil.example")).isProblem(421, "HOST_UNKNOWN");
    Knock.raw(request.formatted("LOCALHOST:8080")).isProblem(401, "CREDENTIALS_MISSING");
    Knock.raw(request.formatted("a/b")).isProblem(400, "HOST_INVALID");
    Knock.raw("GET " + plans() + " HTTP/1.1\r\n\r\n").isProblem(400, "HOST_INVALID");
  }
}
