package org.gonghui.acceptance.demo;

import java.time.LocalDate;
import java.util.List;
import org.gonghui.acceptance.city.City;
import org.gonghui.acceptance.file.RosterFile;
import org.gonghui.acceptance.people.Employer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Multipart;
import org.gonghui.acceptance.platform.Parallel;

/** Every employer's roster is checked and applied. */
public final class Enrolling implements Act {
  private static final String BATCHES = "/enrolment-batches";

  @Override
  public String title() {
    return "Enrol members";
  }

  @Override
  public int steps(Stage stage) {
    return stage.city().employers().size();
  }

  @Override
  public void play(Stage stage, Steps steps) {
    Parallel.each(
        Stage.CALLERS,
        stage.city().employers().stream(),
        employer -> {
          enter(stage, employer);
          enrol(stage, employer);
          steps.step();
        });
  }

  private static void enter(Stage stage, Employer employer) {
    var path = "/employers/" + employer.creditCode();
    var known = stage.gateway().patiently(Call.get(Caller.CITY_OFFICER, Stage.API + path));
    if (known.status() == 404) {
      var form =
          Body.of("name", employer.name(), "unitType", "ENTERPRISE", "area", employer.town());
      put(stage, path, form);
    }
    put(stage, path + "/headcounts/" + stage.year(), Body.of("payroll", employer.headcount()));
  }

  private static void put(Stage stage, String path, com.fasterxml.jackson.databind.JsonNode body) {
    var _ = stage.gateway().require(Call.put(Caller.CITY_OFFICER, Stage.API + path).json(body));
  }

  private static void enrol(Stage stage, Employer employer) {
    var path = BATCHES + "/" + upload(stage, employer);
    var checked =
        stage.await(Caller.CITY_OFFICER, path, "CHECKED", "APPROVED", "APPLYING", "APPLIED");
    if (checked.json().path("status").asText().equals("CHECKED")) {
      var key = "submit-" + employer.creditCode();
      var confirmed = Body.of("confirmed", List.of());
      var _ = stage.decide(Caller.CITY_OFFICER, path + "/submission", key, checked, confirmed);
    }
    var applied = stage.await(Caller.CITY_OFFICER, path, "APPLIED").json();
    if (applied.at("/counts/applied").asInt() != employer.headcount()) {
      throw new IllegalStateException("Not every row was applied: " + applied);
    }
  }

  private static String upload(Stage stage, Employer employer) {
    var form =
        new Multipart()
            .field("planYear", "" + stage.year())
            .field("mode", "VALID_ROWS_ONLY")
            .field("employer", employer.creditCode())
            .field("declaredAt", Stage.at(LocalDate.of(stage.year() - 1, 12, 1)))
            .file(
                "file", employer.creditCode() + ".csv", "text/csv", roster(stage.city(), employer));
    var answer =
        stage
            .gateway()
            .require(
                Call.post(Caller.CITY_OFFICER, Stage.API + BATCHES)
                    .once(stage.keyed("roster-" + employer.creditCode()))
                    .form(form));
    return answer.json().path("id").asText();
  }

  private static byte[] roster(City city, Employer employer) {
    return RosterFile.of(employer.members().mapToObj(city.members()::get));
  }
}
