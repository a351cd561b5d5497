package org.gonghui.acceptance.refusal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.acceptance.refusal.Refusal.assertRefused;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hospitals and bureaus must not send, and what they may send twice. */
@ExtendWith(RunningPlatform.Provided.class)
class SettlementsIT {
  private static final Caller BUREAU = new Caller.Partner("bureau");
  private static final String PATH = Stage.API + "/settlements";
  private final Bills bills;

  SettlementsIT(RunningPlatform platform) {
    this.bills = Bills.of(platform);
  }

  @ParameterizedTest(name = "{0} = {1} is {3}")
  @CsvSource({
    "/stay/dischargedOn, 2018-07-01, 400, INVALID_STAY, /stay/dischargedOn",
    "/stay/admittedOn, 2018-02-30, 400, INVALID_REQUEST, /stay/admittedOn",
    "/stay/admittedOn, 02/07/2018, 400, INVALID_REQUEST, /stay/admittedOn",
    "/stay/inListSelfPaid, -3800.00, 400, INVALID_STAY, /stay/inListSelfPaid",
    "/stay/inListSelfPaid, 3800.001, 400, INVALID_REQUEST, /stay/inListSelfPaid",
    "/stay/inListSelfPaid, 3.8e3, 400, INVALID_REQUEST, /stay/inListSelfPaid",
    "/stay/totalCost, 99999999999999.00, 400, INVALID_REQUEST, /stay/totalCost",
    "/stay/providerCode, 'H 1;drop', 400, INVALID_REQUEST, /stay/providerCode",
    "/stay/cause, BAD_LUCK, 400, INVALID_REQUEST, /stay/cause",
    "/stay/amount, 1.00, 400, INVALID_REQUEST, /stay/amount",
    "/unheardOf, x, 400, INVALID_REQUEST, /unheardOf",
    "/settlementNo, 'a b', 400, INVALID_REQUEST, /settlementNo",
    "/idNumber, 339999198505050990, 400, INVALID_CITIZEN_ID, /idNumber",
    "/idNumber, 339999850505099, 400, INVALID_CITIZEN_ID, /idNumber",
    "/idNumber, 339999198502300991, 400, INVALID_CITIZEN_ID, /idNumber",
  })
  void a_settlement_with_one_wrong_value_is_refused_at_its_place(
      String at, String value, int status, String code, String pointer) {
    var before = bills.claims();
    var settlement = bills.settlement(bills.member());
    set(settlement, at, value);

    assertRefused(bills.send(Caller.HOSPITAL, settlement), status, code, pointer);
    assertThat(bills.claims()).isEqualTo(before);
  }

  @Test
  void an_admission_in_the_future_is_refused() {
    var settlement = bills.settlement(bills.member());
    set(settlement, "/stay/admittedOn", "2099-01-01");
    set(settlement, "/stay/dischargedOn", "2099-01-02");

    assertRefused(
        bills.send(Caller.HOSPITAL, settlement),
        400,
        "INVALID_STAY",
        "/stay/admittedOn",
        "/stay/dischargedOn");
  }

  @Test
  void all_faults_of_a_settlement_come_together() {
    var settlement = bills.settlement("1");
    set(settlement, "/stay/inListSelfPaid", "1.001");
    set(settlement, "/stay/extra", "1");
    set(settlement, "/settlementNo", "");

    assertRefused(
        bills.send(Caller.HOSPITAL, settlement),
        400,
        "INVALID_REQUEST",
        "/idNumber",
        "/settlementNo",
        "/stay/extra",
        "/stay/inListSelfPaid");
  }

  @Test
  void parts_that_do_not_add_up_are_refused_with_the_difference() {
    var settlement = bills.settlement(bills.member());
    set(settlement, "/stay/totalCost", "12000.01");

    var answer = bills.send(Caller.HOSPITAL, settlement);

    assertRefused(answer, 422, "AMOUNTS_DO_NOT_ADD_UP");
    assertThat(answer.json().path("difference").asText()).isEqualTo("0.01");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cut off | {\"settlementNo\": \"A\" | ''",
        "two documents | {} {} | ''",
        "a name twice | {\"settlementNo\":\"A\",\"settlementNo\":\"B\"} | ''",
        "an array | [] | ''",
        "null | null | ''",
        "a bare text | \"x\" | ''",
      })
  void broken_json_is_refused(String name, String body, String pointer) {
    var answer = raw("application/json", body.getBytes(UTF_8));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    assertThat(answer.json().path("errors")).isNotEmpty();
  }

  @Test
  void control_characters_lone_surrogates_and_other_encodings_are_refused() {
    assertRefused(
        raw("application/json", "{\"settlementNo\":\"A\\u0000\"}".getBytes(UTF_8)),
        400,
        "INVALID_REQUEST",
        "/settlementNo");
    assertRefused(
        raw("application/json", "{\"settlementNo\":\"A\\ud800\"}".getBytes(UTF_8)),
        400,
        "INVALID_REQUEST",
        "/settlementNo");
    var utf16 = "{\"settlementNo\":\"甲\"}".getBytes(StandardCharsets.UTF_16LE);
    assertThat(raw("application/json", utf16).status()).isEqualTo(400);
    assertRefused(raw("text/xml", "<a/>".getBytes(UTF_8)), 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void one_invoice_from_hospital_and_bureau_is_one_claim_and_neither_learns_of_the_other() {
    var before = bills.claims();
    var first = bills.settlement(bills.member());
    var second = first.deepCopy();
    second.put("settlementNo", first.path("settlementNo").asText() + "-B");

    var told = bills.send(Caller.HOSPITAL, first).require();
    var toldToo = bills.send(BUREAU, second).require();

    assertThat(told.json().path("outcome").asText()).isEqualTo("ACCEPTED");
    assertThat(toldToo.json().path("outcome").asText()).isEqualTo("ACCEPTED");
    assertThat(told.json().size()).isEqualTo(3);
    assertThat(bills.claims()).isEqualTo(before + 1);
  }

  @Test
  void a_number_sent_again_is_known_and_with_other_content_a_conflict() {
    var settlement = bills.settlement(bills.member());
    assertThat(bills.send(Caller.HOSPITAL, settlement).status()).isEqualTo(201);
    assertThat(bills.send(Caller.HOSPITAL, settlement).status()).isEqualTo(200);

    set(settlement, "/stay/dischargedOn", "2018-07-13");

    assertRefused(bills.send(Caller.HOSPITAL, settlement), 409, "SETTLEMENT_CONFLICT");
  }

  @Test
  void only_what_was_sent_can_be_replaced_and_what_was_replaced_not_voided() {
    var first = bills.settlement(bills.member());
    var sent = bills.send(Caller.HOSPITAL, first).require();
    var second = first.deepCopy();
    second.put("settlementNo", first.path("settlementNo").asText() + "-R");
    second.put("replaces", "never-sent");
    assertRefused(bills.send(Caller.HOSPITAL, second), 422, "REPLACES_UNKNOWN", "/replaces");
    second.put("replaces", first.path("settlementNo").asText());
    assertThat(bills.send(Caller.HOSPITAL, second).status()).isEqualTo(201);

    var voided = voiding(Caller.HOSPITAL, sent);

    assertRefused(voided, 409, "ILLEGAL_TRANSITION");
    assertThat(voided.json().path("allowed").isArray()).isTrue();
  }

  @Test
  void another_source_does_not_see_a_settlement() {
    var sent = bills.send(Caller.HOSPITAL, bills.settlement(bills.member())).require();

    assertRefused(voiding(BUREAU, sent), 404, "NOT_FOUND");
    assertRefused(voiding(Caller.CITY_OFFICER, sent), 403, "FORBIDDEN");
    assertRefused(voiding(Caller.BANK, sent), 403, "FORBIDDEN");
    assertRefused(voiding(new Caller.Stranger(), sent), 401, "CREDENTIALS_MISSING");
  }

  @Test
  void one_bad_line_of_a_batch_has_its_fault_alone() {
    var before = bills.claims();
    var good = bills.settlement(bills.member());
    var bad = bills.settlement("339999198505050990");
    var body = good + "\n{broken\n" + bad + "\n";

    var answer =
        bills
            .world()
            .stage()
            .gateway()
            .require(
                Call.post(Caller.HOSPITAL, Stage.API + "/settlement-batches")
                    .content("application/x-ndjson", body.getBytes(UTF_8)));

    assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.json().path("refused").asInt()).isEqualTo(2);
    assertThat(answer.text()).contains("INVALID_LINE", "INVALID_CITIZEN_ID");
    assertThat(answer.text()).doesNotContain("339999198505050990");
    assertThat(bills.claims()).isEqualTo(before + 1);
  }

  private Answer voiding(Caller caller, Answer sent) {
    var path = PATH + "/" + sent.json().path("id").asText() + "/voidance";
    return bills.world().stage().gateway().patiently(Call.post(caller, path).json(Body.of()));
  }

  private Answer raw(String type, byte[] body) {
    var call = Call.post(Caller.HOSPITAL, PATH).content(type, body);
    return bills.world().stage().gateway().patiently(call);
  }

  private static void set(ObjectNode body, String at, String value) {
    var pointer = JsonPointer.compile(at);
    ((ObjectNode) body.at(pointer.head())).put(pointer.last().getMatchingProperty(), value);
  }
}
