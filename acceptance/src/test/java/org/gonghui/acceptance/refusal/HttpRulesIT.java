package org.gonghui.acceptance.refusal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.acceptance.refusal.Refusal.assertRefused;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.journey.World;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that hold on every route, shown on one each; and terms that cannot be. */
@ExtendWith(RunningPlatform.Provided.class)
class HttpRulesIT {
  private static final String API = Stage.API;
  private final Stage stage;

  HttpRulesIT(RunningPlatform platform) {
    this.stage = World.of(platform).stage();
  }

  @ParameterizedTest
  @CsvSource({
    "claims?limit=201, limit",
    "claims?limit=0, limit",
    "claims?limit=-1, limit",
    "claims?limit=ten, limit",
    "claims?colour=red, colour",
    "claims?status=SLEEPING, status",
    "claims?planYear=99999999999, planYear",
    "claims?cursor=rubbish, cursor",
    "plan-versions?asOf=2017-02-30, asOf",
    "statistics/summary?year=2018&year=2017&area=3306, year",
  })
  void a_query_that_cannot_be_is_refused_at_its_parameter(String query, String parameter) {
    var answer = stage.gateway().patiently(Call.get(Caller.CITY_OFFICER, API + "/" + query));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asText()).endsWith(parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/claims/1",
        "/claims/%E4%B8%AD",
        "/nothing",
        "/claims/00000000-0000-7000-8000-000000000000"
      })
  void what_there_is_not_is_not_found(String path) {
    var answer = stage.gateway().patiently(Call.get(Caller.CITY_OFFICER, API + path));

    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    assertThat(answer.isProblem()).isTrue();
  }

  @Test
  void a_wrong_method_and_nobody_and_a_key_where_people_act_are_refused() {
    var delete =
        new Call(Caller.CITY_OFFICER, "DELETE", API + "/claims", new LinkedHashMap<>(), null);

    assertRefused(stage.gateway().patiently(delete), 405, "METHOD_NOT_ALLOWED");
    assertRefused(
        stage.gateway().patiently(Call.get(new Caller.Stranger(), API + "/claims")),
        401,
        "CREDENTIALS_MISSING");
    assertRefused(
        stage.gateway().patiently(Call.get(Caller.HOSPITAL, API + "/claims")), 403, "FORBIDDEN");
    assertRefused(
        stage.gateway().patiently(Call.get(Caller.HOSPITAL, "/api/aid/v1/leads")),
        403,
        "SCOPE_MISSING");
  }

  @Test
  void a_huge_body_is_refused_whether_it_is_json_or_a_file() {
    var post = Call.post(Caller.HOSPITAL, API + "/settlements");
    var json = ("{\"settlementNo\":\"" + "a".repeat(12 << 20) + "\"}").getBytes(UTF_8);

    var answer = stage.gateway().patiently(post.content("application/json", json));

    assertThat(answer.status()).as(answer.text()).isIn(400, 413);
    assertThat(answer.isProblem()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256, 600})
  void an_idempotency_key_of_no_use_is_refused(int length) {
    var call = Call.post(Caller.FINANCE, API + "/payment-batches").once("k".repeat(length));

    var answer = stage.gateway().patiently(call.json(Body.of("area", "3306")));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isIn("IDEMPOTENCY_KEY_INVALID", "IDEMPOTENCY_KEY_MISSING");
  }

  @Test
  void problems_speak_the_callers_language() {
    var call = Call.get(Caller.CITY_OFFICER, API + "/claims/00000000-0000-7000-8000-000000000000");

    var chinese = stage.gateway().patiently(call.with("Accept-Language", "zh-CN"));
    var english = stage.gateway().patiently(call.with("Accept-Language", "en"));

    assertThat(chinese.json().path("title").asText()).isEqualTo("未找到");
    assertThat(english.json().path("title").asText()).isEqualTo("There is no such thing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"91330600MA2A000161", "91330600MA2A00016", "1"})
  void a_credit_code_with_a_wrong_check_is_refused(String code) {
    var form = Body.of("name", "厂", "unitType", "ENTERPRISE", "area", "330602001");
    var put = Call.put(Caller.CITY_OFFICER, API + "/employers/" + code).json(form);

    var answer = stage.gateway().patiently(put);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.isProblem()).isTrue();
  }

  @Test
  void terms_with_several_faults_are_refused_at_each_of_them_and_leave_no_draft() {
    var year =
        stage
            .get(Caller.CITY_OFFICER, "/plan-years")
            .valueStream()
            .filter(one -> one.path("year").asInt() == World.YEAR)
            .findFirst()
            .orElseThrow();
    var versions = stage.get(Caller.CITY_OFFICER, "/plan-versions");
    var terms =
        (ObjectNode)
            stage
                .get(Caller.CITY_OFFICER, "/plan-versions?asOf=2018-03-01")
                .path(0)
                .path("terms")
                .deepCopy();
    var tiers = (ArrayNode) terms.at("/hospital/tiers");
    ((ObjectNode) tiers.get(0)).put("rate", "-0.1");
    ((ObjectNode) tiers.get(1)).put("rate", "1.5").put("from", "5000.01");
    ((ObjectNode) tiers.get(2)).put("from", "9999.00");
    ((ObjectNode) tiers.get(3)).put("upTo", "1.00");
    var call =
        Call.post(
            Caller.CITY_OFFICER, API + "/plan-years/" + year.path("id").asText() + "/versions");

    var answer =
        stage
            .gateway()
            .patiently(call.once(UUID.randomUUID().toString()).json(Body.of("terms", terms)));

    assertThat(answer.status() + " " + answer.code())
        .as(answer.text())
        .isEqualTo("422 INVALID_TERMS");
    assertThat(answer.json().path("errors"))
        .extracting(fault -> fault.path("pointer").asText())
        .contains(
            "/terms/hospital/tiers/0/rate",
            "/terms/hospital/tiers/1/rate",
            "/terms/hospital/tiers/1/from",
            "/terms/hospital/tiers/2/from",
            "/terms/hospital/tiers/3/upTo");
    assertThat(stage.get(Caller.CITY_OFFICER, "/plan-versions")).hasSize(versions.size());
  }
}
