package org.gonghui.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.file.RosterFile;
import org.gonghui.acceptance.file.StatementFile;
import org.gonghui.acceptance.people.Members;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Multipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journey 9: a clerk enrols thousands from a file of which some rows are wrong. */
@ExtendWith(RunningPlatform.Provided.class)
class ClerksMondayIT {
  private static final Caller CLERK = new Caller.User("clerk.demo");
  private static final String EMPLOYER = "91330600MA2A000160";
  private static final String MUTUAL_INSURANCE = "mutual-insurance-service";
  private static final String ACCOUNT = "1211012009000123456";
  private static final int ROWS = 2_500;
  private static final int EVERY_WRONG = 125;
  private final RunningPlatform platform;
  private final Stage stage;

  ClerksMondayIT(RunningPlatform platform) {
    this.platform = platform;
    this.stage = World.of(platform).stage();
  }

  @Test
  void only_the_wrong_rows_are_corrected_and_everybody_is_covered_whatever_dies() {
    enterEmployer();
    var lines = roster();

    var checked = upload(lines);
    assertThat(checked.json().at("/counts/valid").asInt()).isEqualTo(ROWS - wrong().size());
    assertThat(checked.json().at("/counts/rejected").asInt()).isEqualTo(wrong().size());
    assertThat(dues()).as("a dry run issues no due").isEmpty();

    var corrected = correct(checked, lines);
    assertThat(corrected.json().at("/counts/valid").asInt()).isEqualTo(ROWS);
    submitAndKill(corrected);
    pay();

    var due = dues().getFirst();
    assertThat(due.path("payable").asText()).isEqualTo("150000.00");
    assertThat(due.path("status").asText()).isEqualTo("PAID");
    assertThat(IntStream.of(0, 1, 1_249, ROWS - 1)).allMatch(this::isCovered);
  }

  private void enterEmployer() {
    var path = Stage.API + "/employers/" + EMPLOYER;
    if (stage.gateway().patiently(Call.get(Caller.CITY_OFFICER, path)).status() == 404) {
      var form = Body.of("name", "示例纺织厂", "unitType", "ENTERPRISE", "area", "330602001");
      var _ = stage.gateway().require(Call.put(Caller.CITY_OFFICER, path).json(form));
    }
    var payroll = Call.put(CLERK, path + "/headcounts/" + World.YEAR);
    var _ = stage.gateway().require(payroll.json(Body.of("payroll", ROWS)));
  }

  private List<String> roster() {
    var file = RosterFile.of(IntStream.range(0, ROWS).mapToObj(new Members(5)::get));
    return new String(file, StandardCharsets.UTF_8).lines().toList();
  }

  private static List<Integer> wrong() {
    return IntStream.rangeClosed(1, ROWS).filter(row -> row % EVERY_WRONG == 0).boxed().toList();
  }

  private Answer upload(List<String> sound) {
    var lines = new ArrayList<>(sound);
    wrong().forEach(row -> lines.set(row, lines.get(row).replaceFirst(",339999", ",339998")));
    var form =
        form(lines)
            .field("planYear", "" + World.YEAR)
            .field("declaredAt", Stage.at(LocalDate.of(World.YEAR - 1, 12, 4)));
    var call = Call.post(CLERK, Stage.API + "/enrolment-batches").once("monday-roster");
    var id = stage.gateway().require(call.form(form)).json().path("id").asText();
    return stage.await(CLERK, "/enrolment-batches/" + id, "CHECKED");
  }

  private Answer correct(Answer checked, List<String> sound) {
    var path = path(checked);
    var rejected = stage.all(CLERK, path + "/rows?status=REJECTED");
    assertThat(rejected).hasSize(wrong().size());
    var lines = new ArrayList<>(List.of("rowNo," + sound.getFirst()));
    for (var i = 0; i < rejected.size(); i++) {
      lines.add(rejected.get(i).path("rowNo").asInt() + "," + sound.get(wrong().get(i)));
    }
    var call = Call.post(CLERK, Stage.API + path + "/corrections").once("monday-correction");
    var _ = stage.gateway().require(call.seen(checked.etag()).form(form(lines)));
    return stage.await(CLERK, path, "CHECKED");
  }

  private void submitAndKill(Answer corrected) {
    var confirmed = Body.of("confirmed", List.of());
    var path = path(corrected);
    var _ = stage.decide(CLERK, path + "/submission", "monday-submission", corrected, confirmed);
    platform.kill(MUTUAL_INSURANCE);
    platform.heal();
    var applied = stage.await(CLERK, path, "APPLIED").json();
    assertThat(applied.at("/counts/applied").asInt()).isEqualTo(ROWS);
    assertThat(applied.at("/counts/rejected").asInt()).isZero();
  }

  private void pay() {
    var due = dues().getFirst();
    var statement = new StatementFile(ACCOUNT, Fen.yuan(1));
    var reference = due.path("reference").asText();
    statement.credit(
        "MONDAY-" + reference,
        LocalDate.of(World.YEAR - 1, 12, 20),
        Fen.of(due.path("payable").asText()),
        "示例纺织厂",
        "1211012009000000160",
        reference);
    var call = Call.post(Caller.BANK, Stage.API + "/bank-statements").once("monday-" + reference);
    var _ = stage.gateway().require(call.content("text/csv", statement.bytes()));
  }

  private List<JsonNode> dues() {
    return stage.all(CLERK, "/contribution-dues");
  }

  private boolean isCovered(int member) {
    var question =
        Body.of("idNumber", new Members(5).get(member).citizenId(), "day", World.YEAR + "-03-01");
    var call = Call.post(Caller.CITY_OFFICER, Stage.API + "/eligibility-previews");
    return stage.gateway().require(call.json(question)).json().path("covered").asBoolean();
  }

  private static Multipart form(List<String> lines) {
    var bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return new Multipart().file("file", "roster.csv", "text/csv", bytes);
  }

  private static String path(Answer batch) {
    return "/enrolment-batches/" + batch.json().path("id").asText();
  }
}
