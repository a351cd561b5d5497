package org.gonghui.acceptance.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.gonghui.acceptance.city.Death;
import org.gonghui.acceptance.city.Illness;
import org.gonghui.acceptance.city.Stay;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Parallel;

/** Officers capture what people bring to the window, with the papers that each kind needs. */
final class Filing {
  private static final int DAYS_UNTIL_TOLD = 10;
  private final Stage stage;
  private final Papers papers;

  Filing(Stage stage) {
    this.stage = stage;
    this.papers = new Papers(stage);
  }

  static LocalDate toldOn(Illness illness) {
    return illness.diagnosedOn().plusDays(DAYS_UNTIL_TOLD);
  }

  static LocalDate toldOn(Death death) {
    return death.diedOn().plusDays(DAYS_UNTIL_TOLD);
  }

  void fileStays(List<Stay> stays, Steps steps) {
    Parallel.each(
        Stage.CALLERS,
        stays.stream(),
        stay -> {
          var claim = claim(stay.member(), Claimed.toldOn(stay));
          claim.set("stay", Claimed.stay(stay));
          file(
              new Case("stay-" + stay.no(), claim, Claimed.toldOn(stay), stay.visits()),
              "SETTLEMENT_SHEET",
              "INVOICE",
              "DISCHARGE_SUMMARY");
          steps.step();
        });
  }

  void fileIllnesses(List<Illness> illnesses, Steps steps) {
    for (var illness : illnesses) {
      var claim = claim(illness.member(), toldOn(illness));
      claim.set(
          "illness",
          Body.of(
              "diagnosedOn",
              illness.diagnosedOn(),
              "diagnoses",
              List.of(illness.diagnosis()),
              "firstDiagnosis",
              true,
              "providerCode",
              OpeningYear.HOSPITAL));
      file(
          new Case("illness-" + illness.no(), claim, toldOn(illness), illness.visits()),
          "DIAGNOSIS_PROOF");
      steps.step();
    }
  }

  void fileDeaths(List<Death> deaths, Steps steps) {
    for (var death : deaths) {
      var claim = claim(death.member(), toldOn(death));
      claim.set("death", Body.of("diedOn", death.diedOn()));
      claim.set("heirs", Body.of("all", heirs(death)).path("all"));
      file(
          new Case("death-" + death.no(), claim, toldOn(death), death.visits()),
          "DEATH_CERTIFICATE",
          "HOUSEHOLD_DEREGISTRATION",
          "PROOF_OF_RELATION");
      steps.step();
    }
  }

  /** The family are members themselves, so that their accounts are known. */
  private List<ObjectNode> heirs(Death death) {
    var relations = List.of("SPOUSE", "CHILD", "CHILD");
    return IntStream.range(0, death.beneficiaries())
        .mapToObj(
            i -> {
              var heir = stage.city().members().get(relative(death, i));
              return Body.of(
                  "name", heir.name(), "idNumber", heir.citizenId(), "relation", relations.get(i));
            })
        .toList();
  }

  private int relative(Death death, int i) {
    var members = stage.city().scale().members();
    return (death.member() + 1 + i) % members;
  }

  private ObjectNode claim(int member, LocalDate day) {
    return Body.of(
        "idNumber", stage.city().members().get(member).citizenId(),
        "declaredAt", Stage.at(day));
  }

  /** One request to file: its name in the play, its content, its day and its trips. */
  private record Case(String key, ObjectNode claim, LocalDate day, int visits) {}

  private void file(Case request, String... kinds) {
    var drafted = stage.post(Caller.CITY_OFFICER, "/claims", request.key, request.claim);
    var path = "/claims/" + drafted.json().path("id").asText();
    var status = stage.get(Caller.CITY_OFFICER, path).path("status").asText();
    if (!List.of("DRAFT", "INCOMPLETE").contains(status)) {
      return;
    }
    for (var visit = 0; visit < request.visits; visit++) {
      var when = request.day.minusDays(visit);
      var body = Body.of("day", when, "place", "职工服务中心窗口");
      stage.post(Caller.CITY_OFFICER, path + "/visits", request.key + "-visit-" + visit, body);
    }
    papers.bring(path, kinds);
    var seen = stage.read(Caller.CITY_OFFICER, path);
    stage.decide(
        Caller.CITY_OFFICER, path + "/submission", request.key + "-submit", seen, Body.of());
  }
}
