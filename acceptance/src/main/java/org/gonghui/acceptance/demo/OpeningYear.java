package org.gonghui.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/** The city opens a past year for recording: one person drafts, another one approves. */
public final class OpeningYear implements Act {
  public static final String HOSPITAL = "H330600001";
  private static final String FUND = "/funds/MEDICAL";

  @Override
  public String title() {
    return "Open the year";
  }

  @Override
  public int steps(Stage stage) {
    return 3;
  }

  @Override
  public void play(Stage stage, Steps steps) {
    enterHospital(stage);
    openFund(stage);
    steps.step();
    var year = find(stage).orElseGet(() -> draft(stage));
    var id = year.path("id").asText();
    if (year.path("status").asText().equals("DRAFT")) {
      var seen = stage.read(Caller.APPROVER, "/plan-years/" + id);
      stage.decide(
          Caller.APPROVER, "/plan-years/" + id + "/announcement", "announce", seen, Body.of());
    }
    steps.step();
    giveTerms(stage, id);
    steps.step();
  }

  private static void enterHospital(Stage stage) {
    var hospital =
        Body.of("name", "示例市人民医院", "level", 3, "area", "330602", "designatedFrom", "2010-01-01");
    stage
        .gateway()
        .require(
            Call.put(Caller.CITY_OFFICER, Stage.API + "/providers/" + HOSPITAL).json(hospital));
  }

  /** What the scheme had before the year began. */
  private static void openFund(Stage stage) {
    var fund = stage.read(Caller.FINANCE, FUND);
    if (Fen.of(fund.json().path("opening").asText()).equals(Fen.ZERO)) {
      var opening = Body.of("opening", Contributing.OPENING);
      var call = Call.put(Caller.FINANCE, Stage.API + FUND).seen(fund.etag());
      var _ = stage.gateway().require(call.json(opening));
    }
  }

  private static Optional<JsonNode> find(Stage stage) {
    var years = stage.get(Caller.CITY_OFFICER, "/plan-years");
    return StreamSupport.stream(years.spliterator(), false)
        .filter(year -> year.path("year").asInt() == stage.year())
        .findFirst();
  }

  private static JsonNode draft(Stage stage) {
    var draft = Body.of("year", stage.year(), "intake", "BACKFILL");
    return stage.post(Caller.CITY_OFFICER, "/plan-years", "year", draft).json();
  }

  private static void giveTerms(Stage stage, String yearId) {
    var terms =
        stage.post(Caller.CITY_OFFICER, "/plan-years/" + yearId + "/versions", "terms", Body.of());
    var path = "/plan-versions/" + terms.json().path("id").asText();
    var draft = stage.read(Caller.CITY_OFFICER, path);
    if (draft.json().path("status").asText().equals("DRAFT")) {
      stage.decide(Caller.CITY_OFFICER, path + "/submission", "submit-terms", draft, Body.of());
    }
    var submitted = stage.read(Caller.APPROVER, path);
    if (submitted.json().path("status").asText().equals("SUBMITTED")) {
      stage.decide(Caller.APPROVER, path + "/approval", "approve-terms", submitted, Body.of());
    }
    stage.await(Caller.APPROVER, path, "IN_FORCE");
  }
}
