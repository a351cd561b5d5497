package org.gonghui.acceptance.refusal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.acceptance.refusal.Refusal.assertRefused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.file.PaymentFile;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.journey.World;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One payment batch and everything that must not happen to it on its way. */
@ExtendWith(RunningPlatform.Provided.class)
class PaymentsIT {
  private static final String BATCHES = "/payment-batches";
  private static final LocalDate BANK_DAY = LocalDate.of(World.YEAR, 8, 1);
  private final Bills bills;
  private final Stage stage;

  PaymentsIT(RunningPlatform platform) {
    this.bills = Bills.of(platform);
    this.stage = bills.world().stage();
  }

  @Test
  void no_step_is_left_out_or_made_by_its_maker_and_doubtful_lines_stand_alone() {
    for (var i = 0; i < 3; i++) {
      var _ = bills.send(Caller.HOSPITAL, bills.settlement(bills.member())).require();
    }
    var wanted = Body.of("area", bills.town());
    var build = Call.post(Caller.FINANCE, Stage.API + BATCHES).json(wanted);
    assertRefused(stage.gateway().patiently(build), 400, "IDEMPOTENCY_KEY_MISSING");
    var built = stage.gateway().require(build.once(UUID.randomUUID().toString()));
    var path = BATCHES + "/" + built.json().path("id").asText();

    refusedBeforeItsTime(path);
    decide(Caller.FINANCE, path + "/submission", Body.of()).require();
    refusedUnlessTheCheckerSawIt(path);
    decide(Caller.APPROVER, path + "/approval", totals(path)).require();
    decide(Caller.FINANCE, path + "/dispatch", Body.of()).require();
    assertRefused(
        decide(Caller.FINANCE, path + "/cancellation", Body.of()), 409, "ILLEGAL_TRANSITION");

    var file = PaymentFile.read(stage.read(Caller.BANK, path + "/file").bytes());
    assertThat(stage.read(Caller.BANK, path + "/file").bytes())
        .isEqualTo(stage.read(Caller.BANK, path + "/file").bytes());
    answersOfTheBank(file);
    statementOfTheBank(path, file);
  }

  private void refusedBeforeItsTime(String path) {
    assertRefused(decide(Caller.FINANCE, path + "/dispatch", Body.of()), 409, "ILLEGAL_TRANSITION");
    assertRefused(
        decide(Caller.APPROVER, path + "/approval", totals(path)), 409, "ILLEGAL_TRANSITION");
    assertRefused(
        stage.gateway().patiently(Call.get(Caller.BANK, Stage.API + path + "/file")),
        409,
        "NOT_DISPATCHED");
    var nothing = Call.post(Caller.FINANCE, Stage.API + BATCHES).once(UUID.randomUUID().toString());
    assertRefused(
        stage.gateway().patiently(nothing.json(Body.of("area", bills.town()))),
        422,
        "NOTHING_READY");
  }

  private void refusedUnlessTheCheckerSawIt(String path) {
    assertRefused(decide(Caller.FINANCE, path + "/approval", totals(path)), 403, "FORBIDDEN");
    assertRefused(
        decide(new Caller.User("ops.city"), path + "/approval", totals(path)), 403, "FORBIDDEN");
    assertRefused(
        decide(Caller.APPROVER, path + "/approval", totals(path).put("total", "1.00")),
        409,
        "STALE_BATCH");
    assertRefused(
        decide(Caller.APPROVER, path + "/approval", totals(path).put("hash", "0".repeat(64))),
        409,
        "STALE_BATCH");
    var foreign = Call.get(new Caller.User("approver.yuecheng"), Stage.API + path);
    assertRefused(stage.gateway().patiently(foreign), 404, "NOT_FOUND");
  }

  /** The wrong amount and the unknown id are named; the good line counts. */
  private void answersOfTheBank(PaymentFile file) {
    var good = file.orders().get(0);
    var wrong = file.orders().get(1);
    var lines =
        List.of(
            answer(good.endToEndId(), good.amount().toString()),
            answer(wrong.endToEndId(), "0.01"),
            answer("0".repeat(32), "1.00"));
    var text = "H,GH-RES-1,%s,3\n%sT,3\n".formatted(file.batchNo(), String.join("", lines));

    var report = send("/bank-results", text.getBytes(UTF_8)).require().json();

    assertThat(report.path("progressed").asInt()).isEqualTo(1);
    assertThat(report.path("errors"))
        .extracting(fault -> fault.path("line").asInt())
        .containsExactly(3, 4);
  }

  private void statementOfTheBank(String path, PaymentFile file) {
    var orders = file.orders();
    var altered = new java.util.ArrayList<>(orders);
    var wrong = orders.get(1);
    altered.set(
        1,
        new PaymentFile.Order(
            wrong.endToEndId(), wrong.name(), wrong.account(), Fen.of("0.01"), wrong.purpose()));
    altered.add(
        new PaymentFile.Order(
            UUID.randomUUID().toString().replace("-", ""),
            "无人",
            "62179900001",
            Fen.of("1.00"),
            "互助补助"));
    var booked =
        new PaymentFile(file.batchNo(), file.debtorAccount(), altered)
            .booked(Fen.yuan(1_000_000), BANK_DAY)
            .bytes();

    var first = send("/bank-statements", booked).require().json();
    var again = send("/bank-statements", booked).require().json();

    assertThat(first.path("applied").asInt()).isEqualTo(orders.size() - 1);
    assertThat(first.path("doubts")).hasSize(2);
    assertThat(again.path("known").asInt()).isEqualTo(altered.size());
    assertThat(again.path("applied").asInt()).isZero();
    assertThat(stage.get(Caller.FINANCE, path).path("status").asText()).isNotEqualTo("SETTLED");
  }

  private ObjectNode totals(String path) {
    var seen = stage.get(Caller.APPROVER, path);
    return Body.of(
        "count", seen.path("count"), "total", seen.path("total"), "hash", seen.path("hash"));
  }

  private Answer decide(Caller caller, String path, ObjectNode word) {
    var thing = path.substring(0, path.lastIndexOf('/'));
    return bills.decide(caller, path, stage.read(Caller.FINANCE, thing), word);
  }

  private Answer send(String path, byte[] file) {
    var call = Call.post(Caller.BANK, Stage.API + path).once(UUID.randomUUID().toString());
    return stage.gateway().patiently(call.content("text/csv", file));
  }

  private static String answer(String endToEndId, String amount) {
    return "D,%s,ACSC,,D%s,%s,%s\n".formatted(endToEndId, endToEndId, BANK_DAY, amount);
  }
}
