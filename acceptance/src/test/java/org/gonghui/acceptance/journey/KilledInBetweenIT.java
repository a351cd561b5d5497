package org.gonghui.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gonghui.acceptance.demo.OpeningYear;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.people.Employer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Parallel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service dies between commit and answer: the claim comes once, and the books balance. */
@ExtendWith(RunningPlatform.Provided.class)
class KilledInBetweenIT {
  private static final String MUTUAL_INSURANCE = "mutual-insurance-service";
  private static final int COPIES = 50;
  private final World world;
  private final RunningPlatform platform;

  KilledInBetweenIT(RunningPlatform platform) {
    this.platform = platform;
    this.world = World.of(platform);
  }

  @BeforeEach
  void everything_runs() {
    platform.heal();
  }

  @Test
  void a_kill_between_commit_and_answer_and_fifty_copies_leave_one_claim_and_one_payout() {
    var employer = world.employer(5);

    try (var database = HeldDatabase.of(platform, "mutual_insurance")) {
      database.holdAnswers();
      var first = CompletableFuture.supplyAsync(() -> status(settlement(employer)));
      database.awaitHeldCommit("settlement");
      platform.kill(MUTUAL_INSURANCE);
      database.releaseAnswers();
      assertThat(first.join()).isNotIn(200, 201);
    }
    platform.heal();
    assertThat(world.claimsIn(employer.town())).hasSize(1);

    Parallel.each(
        8,
        IntStream.range(0, COPIES).boxed(),
        i -> {
          var copy = i % 2 == 0 ? settlement(employer) : claim(employer);
          assertThat(platform.gateway().patiently(copy).status()).isIn(200, 201, 409);
        });

    var claims = world.claimsIn(employer.town());
    assertThat(claims).hasSize(1);
    var payouts =
        world
            .stage()
            .get(Caller.FINANCE, "/payouts?claimId=" + claims.getFirst().path("id").asText());
    assertThat(payouts.path("items")).hasSize(1);
    requireBalanced();
  }

  /** What is answered, or 0 when the line breaks. */
  private int status(Call call) {
    try {
      return platform.gateway().once(call).status();
    } catch (IOException _) {
      return 0;
    }
  }

  /** Claims, payouts and fund agree, whatever day one asks for. */
  private void requireBalanced() {
    var day = LocalDate.of(World.YEAR, 12, 1);
    var answer = world.stage().get(Caller.AUDITOR, "/reconciliations/" + day);
    assertThat(answer.path("differences")).isEmpty();
    assertThat(answer.path("balanced").asBoolean()).isTrue();
  }

  private Call settlement(Employer employer) {
    var sent =
        Body.of(
            "settlementNo", "K-" + employer.index(),
            "idNumber", world.idNumber(employer, 1),
            "stay", stay(employer),
            "declaredAt", Stage.at(LocalDate.of(World.YEAR, 5, 25)));
    return Call.post(Caller.HOSPITAL, Stage.API + "/settlements").json(sent);
  }

  private Call claim(Employer employer) {
    var filed =
        Body.of(
            "idNumber", world.idNumber(employer, 1),
            "stay", stay(employer),
            "declaredAt", Stage.at(LocalDate.of(World.YEAR, 5, 25)));
    return Call.post(Caller.CITY_OFFICER, Stage.API + "/claims").json(filed);
  }

  private static ObjectNode stay(Employer employer) {
    return Body.of(
        "providerCode",
        OpeningYear.HOSPITAL,
        "invoiceNo",
        "K-" + employer.index(),
        "admittedOn",
        World.YEAR + "-05-02",
        "dischargedOn",
        World.YEAR + "-05-09",
        "diagnoses",
        List.of("J18.9"),
        "totalCost",
        "12000.00",
        "fundPaid",
        "7400.00",
        "inListSelfPaid",
        "3800.00",
        "offListSelfPaid",
        "800.00");
  }
}
