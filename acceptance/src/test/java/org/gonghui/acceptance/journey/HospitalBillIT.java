package org.gonghui.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.demo.OpeningYear;
import org.gonghui.acceptance.demo.Paying;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.people.Employer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Gateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journey 1: a hospital bill that needs no application, and the lead that it opens. */
@ExtendWith(RunningPlatform.Provided.class)
class HospitalBillIT {
  private static final String MUTUAL_INSURANCE = "mutual-insurance-service";
  private static final String AID = "aid-service";
  private static final String BILL = "120000.00";
  private static final String MEDICAL_INSURANCE = "62000.00";
  private final World world;
  private final RunningPlatform platform;

  HospitalBillIT(RunningPlatform platform) {
    this.platform = platform;
    this.world = World.of(platform);
  }

  @BeforeEach
  void everything_runs() {
    platform.heal();
  }

  @Test
  void a_reported_stay_is_paid_without_a_request_and_opens_one_lead() {
    var employer = world.employer(0);

    settle(employer, 0);

    var claim = onlyClaim(employer);
    assertThat(claim.path("status").asText()).isEqualTo("APPROVED");
    assertThat(claim.path("granted").asText()).isEqualTo("9900.00");
    pay("first");
    assertThat(onlyClaim(employer).path("status").asText()).isEqualTo("PAID");
    assertThat(onlyClaim(employer).path("visitCount").asInt()).isZero();
    assertThat(world.awaitLeads(employer.town(), 1)).hasSize(1);
    assertThat(onlyClaim(employer).path("channel").asText()).isEqualTo("AUTO");
    var paidByAll = Fen.of(MEDICAL_INSURANCE).plus(Fen.of("9900.00"));
    assertThat(paidByAll.isAbove(Fen.of(BILL))).as("nobody pays more than the bill").isFalse();
  }

  @Test
  void the_same_settlement_and_the_same_event_again_change_nothing() {
    var employer = world.employer(1);
    settle(employer, 0);
    assertThat(world.awaitLeads(employer.town(), 1)).hasSize(1);

    settle(employer, 0);
    EventEcho.repeatClaimEvents(platform, 3);
    Gateway.pause(Duration.ofSeconds(5));

    assertThat(world.leadsIn(employer.town())).hasSize(1);
    assertThat(world.claimsIn(employer.town())).hasSize(1);
  }

  @Test
  void the_lead_comes_once_when_aid_was_dead_as_the_bill_arrived() {
    var employer = world.employer(2);
    platform.kill(AID);

    settle(employer, 0);
    platform.heal();

    assertThat(world.awaitLeads(employer.town(), 1)).hasSize(1);
  }

  @Test
  void the_lead_and_the_money_come_once_when_mutual_insurance_died_after_the_bill() {
    var employer = world.employer(3);

    settle(employer, 0);
    platform.kill(MUTUAL_INSURANCE);
    platform.heal();
    settle(employer, 0);

    assertThat(world.awaitLeads(employer.town(), 1)).hasSize(1);
    pay("after-the-death");
    assertThat(onlyClaim(employer).path("status").asText()).isEqualTo("PAID");
  }

  @Test
  void an_officer_of_the_area_takes_and_closes_the_lead_and_another_area_does_not_see_it() {
    var employer = world.employer(4);
    settle(employer, 0);
    var lead = world.awaitLeads(employer.town(), 1).getFirst();
    var path = "/api/aid/v1/leads/" + lead.path("id").asText();

    var stranger = new Caller.User("officer.yuecheng");
    for (var call : List.of(Call.get(stranger, path), taking(stranger, path))) {
      assertThat(platform.gateway().patiently(call).status()).isEqualTo(404);
    }

    var taken = decide(path, "/assignment", Body.of());
    decide(path, "/contacts", Body.of("channel", "VISIT", "reached", true));
    var closed = decide(path, "/outcome", Body.of("outcome", "NOT_NEEDED", "reason", "家庭收入稳定"));

    assertThat(taken.at("/lead/status").asText()).isEqualTo("ASSIGNED");
    assertThat(closed.at("/lead/status").asText()).isEqualTo("NOT_NEEDED");
    assertThat(platform.gateway().patiently(Call.get(stranger, path)).status()).isEqualTo(404);
  }

  private static Call taking(Caller caller, String path) {
    return Call.post(caller, path + "/assignment").seen("\"0\"").json(Body.of());
  }

  private JsonNode onlyClaim(Employer employer) {
    var claims = world.claimsIn(employer.town());
    assertThat(claims).hasSize(1);
    var path = "/claims/" + claims.getFirst().path("id").asText();
    return world.stage().get(Caller.CITY_OFFICER, path);
  }

  private void settle(Employer employer, int nth) {
    var bill =
        Body.of(
            "providerCode",
            OpeningYear.HOSPITAL,
            "invoiceNo",
            "J1-" + employer.index() + "-" + nth,
            "admittedOn",
            "2018-05-02",
            "dischargedOn",
            "2018-05-20",
            "diagnoses",
            List.of("J18.9"),
            "totalCost",
            BILL,
            "fundPaid",
            MEDICAL_INSURANCE,
            "inListSelfPaid",
            "19863.64",
            "offListSelfPaid",
            "38136.36");
    var settlement =
        Body.of(
            "settlementNo",
            "J1-" + employer.index() + "-" + nth,
            "idNumber",
            world.idNumber(employer, nth),
            "stay",
            bill,
            "declaredAt",
            Stage.at(LocalDate.of(2018, 5, 25)));
    var answer =
        platform
            .gateway()
            .require(
                Call.post(Caller.HOSPITAL, Stage.API + "/settlements")
                    .once("j1-" + employer.index() + "-" + nth)
                    .json(settlement));
    assertThat(answer.json().path("outcome").asText()).isEqualTo("ACCEPTED");
  }

  private void pay(String name) {
    new Paying(world.stage()).payAll("journey-" + name, LocalDate.of(2018, 6, 1));
  }

  private JsonNode decide(
      String path, String decision, com.fasterxml.jackson.databind.node.ObjectNode body) {
    var seen = platform.gateway().require(Call.get(Caller.CITY_OFFICER, path));
    return platform
        .gateway()
        .require(Call.post(Caller.CITY_OFFICER, path + decision).seen(seen.etag()).json(body))
        .json();
  }
}
