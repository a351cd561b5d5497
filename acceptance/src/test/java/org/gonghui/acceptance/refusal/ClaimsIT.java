package org.gonghui.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.acceptance.refusal.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.journey.World;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Multipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people must not do with claims. */
@ExtendWith(RunningPlatform.Provided.class)
class ClaimsIT {
  private static final String CLAIMS = Stage.API + "/claims";
  private final Bills bills;
  private final Stage stage;

  ClaimsIT(RunningPlatform platform) {
    this.bills = Bills.of(platform);
    this.stage = bills.world().stage();
  }

  @Test
  void a_claim_for_a_stay_that_came_by_itself_is_a_duplicate() {
    var member = bills.member();
    var settlement = bills.settlement(member);
    var _ = bills.send(Caller.HOSPITAL, settlement).require();
    var before = bills.claims();

    var answer = draft(filed(member, settlement.path("stay")));

    assertRefused(answer, 409, "DUPLICATE_CLAIM");
    assertThat(bills.claims()).isEqualTo(before);
  }

  @Test
  void a_claim_for_another_persons_invoice_is_a_draft_that_reveals_nothing() {
    var settlement = bills.settlement(bills.member());
    var _ = bills.send(Caller.HOSPITAL, settlement).require();

    var answer = draft(filed(bills.member(), settlement.path("stay"))).require();

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("status").asText()).isEqualTo("DRAFT");
    assertThat(answer.json().path("granted").asText()).isEqualTo("0.00");
  }

  @Test
  void a_claim_is_of_exactly_one_kind() {
    var both = filed(bills.member(), Bills.stay("R-KIND"));
    both.set("death", Body.of("diedOn", World.YEAR + "-06-01"));

    assertRefused(draft(both), 400, "INVALID_CLAIM", "");
  }

  @Test
  void a_missing_and_a_stale_version_are_refused_and_a_decided_claim_stays_decided() {
    var path = "/claims/" + anApprovedClaim().path("id").asText();
    var seen = stage.read(Caller.REVIEWER, path);
    var approval = Call.post(Caller.REVIEWER, Stage.API + path + "/approval").json(Body.of());

    assertRefused(stage.gateway().patiently(approval), 428, "IF_MATCH_MISSING");
    assertRefused(stage.gateway().patiently(approval.seen("\"99\"")), 412, "STALE_VERSION");
    for (var odd : List.of("W/\"1\"", "nonsense", "*")) {
      var answer = stage.gateway().patiently(approval.seen(odd));
      assertRefused(answer, 400, "IF_MATCH_INVALID", "If-Match");
    }
    var again = stage.gateway().patiently(approval.seen(seen.etag()));
    assertRefused(again, 409, "ILLEGAL_TRANSITION");
    assertThat(again.json().path("allowed").isArray()).isTrue();
    assertThat(stage.read(Caller.REVIEWER, path).etag()).isEqualTo(seen.etag());
  }

  @Test
  void a_reviewer_corrects_facts_and_types_no_amount() {
    var path = "/claims/" + anApprovedClaim().path("id").asText();
    var seen = stage.read(Caller.REVIEWER, path);
    var correction = Body.of("source", "医院", "reason", "金额录入有误", "amount", "1.00");

    var answer = bills.decide(Caller.REVIEWER, path + "/fact-corrections", seen, correction);

    assertRefused(answer, 400, "INVALID_REQUEST", "/amount");
    assertThat(stage.read(Caller.REVIEWER, path).bytes()).isEqualTo(seen.bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer.yuecheng", "officer.tashan", "clerk.demo", "member.demo"})
  void to_another_area_employer_or_member_the_claim_does_not_exist(String stranger) {
    var id = anApprovedClaim().path("id").asText();

    var read = stage.gateway().patiently(Call.get(new Caller.User(stranger), CLAIMS + "/" + id));

    assertRefused(read, 404, "NOT_FOUND");
  }

  @Test
  void a_reviewer_of_another_area_neither_sees_nor_decides_it() {
    var id = anApprovedClaim().path("id").asText();
    var stranger = new Caller.User("reviewer.yuecheng");
    var approval = Call.post(stranger, CLAIMS + "/" + id + "/approval").seen("\"1\"");

    assertRefused(
        stage.gateway().patiently(Call.get(stranger, CLAIMS + "/" + id)), 404, "NOT_FOUND");
    assertRefused(stage.gateway().patiently(approval.json(Body.of())), 404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ops.city", "auditor.city", "finance.city", "officer.city"})
  void nobody_else_plays_the_reviewer(String user) {
    var id = anApprovedClaim().path("id").asText();
    var call = Call.post(new Caller.User(user), CLAIMS + "/" + id + "/approval").seen("\"1\"");

    assertRefused(stage.gateway().patiently(call.json(Body.of())), 403, "FORBIDDEN");
  }

  @Test
  void a_paper_of_another_kind_or_content_is_refused() {
    var drafted = draft(filed(bills.member(), Bills.stay("R-" + UUID.randomUUID()))).require();
    var path = CLAIMS + "/" + drafted.json().path("id").asText() + "/documents";
    var program = new byte[] {'M', 'Z', 0, 0};

    var unheard = new Multipart().file("LOVE_LETTER", "a.pdf", "application/pdf", program);
    var untrue = new Multipart().file("INVOICE", "a.pdf", "application/pdf", program);

    assertThat(post(path, unheard).status()).isEqualTo(400);
    assertRefused(post(path, untrue), 415, "MEDIA_NOT_SUPPORTED");
    assertThat(stage.gateway().require(Call.get(Caller.CITY_OFFICER, path)).json()).isEmpty();
  }

  @Test
  void shares_of_a_third_are_not_one_and_nothing_is_signed() {
    var member = new Caller.User("member.demo");
    var path = Stage.API + "/personal-data";
    enrolMemberDemo();
    var seen = stage.gateway().require(Call.get(member, path));
    var shares = Body.of("shares", List.of(aThird(), aThird(), aThird()));
    var put = Call.put(member, Stage.API + "/beneficiary-designation").seen(seen.etag());

    assertRefused(stage.gateway().patiently(put.json(shares)), 422, "SHARES_NOT_ONE");
    assertThat(stage.gateway().require(Call.get(member, path)).bytes()).isEqualTo(seen.bytes());
  }

  private static ObjectNode aThird() {
    var share = DecimalNode.valueOf(new BigDecimal("0.33"));
    return Body.of("name", "王小明", "idNumber", Office.person(), "relation", "CHILD", "share", share);
  }

  private void enrolMemberDemo() {
    var office = Office.of(bills.world());
    var known = Call.get(new Caller.User("member.demo"), Stage.API + "/personal-data");
    if (stage.gateway().patiently(known).status() == 404) {
      var csv = Office.roster("王小明,339999199001010013");
      var checked = office.checked(office.upload(office.employer(1), csv));
      var submitted = office.submit(checked).require();
      var _ = stage.await(Caller.CITY_OFFICER, Office.path(submitted), "APPLIED");
    }
  }

  private JsonNode anApprovedClaim() {
    var _ = bills.send(Caller.HOSPITAL, bills.settlement(bills.member())).require();
    return bills.newest();
  }

  private Answer post(String path, Multipart form) {
    return stage.gateway().patiently(Call.post(Caller.CITY_OFFICER, path).form(form));
  }

  private Answer draft(JsonNode claim) {
    var call = Call.post(Caller.CITY_OFFICER, CLAIMS).once(UUID.randomUUID().toString());
    return stage.gateway().patiently(call.json(claim));
  }

  private static ObjectNode filed(String member, JsonNode stay) {
    return Body.of(
        "idNumber", member, "stay", stay, "declaredAt", Stage.at(LocalDate.of(World.YEAR, 7, 26)));
  }
}
