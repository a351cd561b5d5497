package org.gonghui.acceptance.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.file.StatementFile;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.journey.World;
import org.gonghui.acceptance.people.Numbers;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Gateway;
import org.gonghui.acceptance.platform.Multipart;

/** Employers and people of a test's own, and the rosters that are uploaded for them. */
final class Office {
  static final String ACCOUNT = "1211012009000123456";
  static final LocalDate DAY = LocalDate.of(World.YEAR - 1, 12, 20);
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1974, 1, 1);
  private static final int BIRTH_DAYS = 9_000;

  /** A platform that stands may be tested again: no two runs use the same numbers. */
  private static final AtomicInteger NUMBERS =
      new AtomicInteger((int) (System.currentTimeMillis() / 1_000 % 8_000) * 100);

  private static final int ABOVE_THE_CITIES = 100_000;
  private static final int ABOVE_THE_MEMBERS = 900;
  private final World world;

  private Office(World world) {
    this.world = world;
  }

  static Office of(RunningPlatform platform) {
    return of(World.of(platform));
  }

  static Office of(World world) {
    return new Office(world);
  }

  Stage stage() {
    return world.stage();
  }

  World world() {
    return world;
  }

  Gateway gateway() {
    return world.stage().gateway();
  }

  /** A new employer in a town, whose payroll is told. */
  String employer(int payroll) {
    return employer(payroll, "330602001");
  }

  String employer(int payroll, String town) {
    var code = Numbers.creditCode("330602", ABOVE_THE_CITIES + NUMBERS.incrementAndGet());
    var path = Stage.API + "/employers/" + code;
    var form = Body.of("name", "示例拒收厂", "unitType", "ENTERPRISE", "area", town);
    var _ = gateway().require(Call.put(Caller.CITY_OFFICER, path).json(form));
    var headcount = Body.of("payroll", payroll);
    var put = Call.put(Caller.CITY_OFFICER, path + "/headcounts/" + World.YEAR);
    var _ = gateway().require(put.json(headcount));
    return code;
  }

  /** An identity number that nobody else has. */
  static String person() {
    var n = NUMBERS.incrementAndGet();
    var birth = FIRST_BIRTH.plusDays(n % BIRTH_DAYS).format(DateTimeFormatter.BASIC_ISO_DATE);
    return Numbers.citizenId(birth, ABOVE_THE_MEMBERS + n / BIRTH_DAYS % 100);
  }

  static String roster(String... lines) {
    return "姓名,身份证号\n" + String.join("\n", lines) + "\n";
  }

  Answer upload(String employer, String csv) {
    return upload(employer, "roster.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  Answer upload(String employer, String name, byte[] file) {
    return gateway().patiently(uploading(employer, name, file).once(UUID.randomUUID().toString()));
  }

  static Call uploading(String employer, String name, byte[] file) {
    var form =
        new Multipart()
            .field("planYear", "" + World.YEAR)
            .field("employer", employer)
            .field("declaredAt", Stage.at(LocalDate.of(World.YEAR - 1, 12, 1)))
            .file("file", name, "application/octet-stream", file);
    return Call.post(Caller.CITY_OFFICER, Stage.API + "/enrolment-batches").form(form);
  }

  /** The batch, whether it was checked in the request or by a job. */
  Answer checked(Answer uploaded) {
    return stage().await(Caller.CITY_OFFICER, path(uploaded.require()), "CHECKED");
  }

  Answer submit(Answer checked, String... confirmed) {
    var call = Call.post(Caller.CITY_OFFICER, Stage.API + path(checked) + "/submission");
    return gateway()
        .patiently(
            call.once(UUID.randomUUID().toString())
                .seen(checked.etag())
                .json(Body.of("confirmed", List.of(confirmed))));
  }

  /** What an applied roster costs. */
  JsonNode due(Answer applied) {
    var id = applied.json().path("dueId").asText();
    return stage().get(Caller.FINANCE, "/contribution-dues/" + id);
  }

  void pay(JsonNode due) {
    var statement = new StatementFile(ACCOUNT, Fen.yuan(1));
    var reference = due.path("reference").asText();
    var payable = Fen.of(due.path("payable").asText());
    statement.credit("B" + reference, DAY, payable, "示例拒收厂", "621799000001", reference);
    var call = Call.post(Caller.BANK, Stage.API + "/bank-statements").once("pay-" + reference);
    var _ = gateway().require(call.content("text/csv", statement.bytes()));
  }

  List<JsonNode> rosters(String employer) {
    return stage().all(Caller.CITY_OFFICER, "/enrolment-batches?employer=" + employer);
  }

  /** The codes of a row's faults, in the order in which they are told. */
  List<String> faults(Answer batch, int rowNo) {
    return stage().all(Caller.CITY_OFFICER, path(batch) + "/rows").stream()
        .filter(row -> row.path("rowNo").asInt() == rowNo)
        .flatMap(row -> row.path("faults").valueStream())
        .map(fault -> fault.path("code").asText())
        .toList();
  }

  static String path(Answer batch) {
    return "/enrolment-batches/" + batch.json().path("id").asText();
  }
}
