package org.gonghui.acceptance.refusal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.acceptance.refusal.Excel.formula;
import static org.gonghui.acceptance.refusal.Excel.number;
import static org.gonghui.acceptance.refusal.Excel.row;
import static org.gonghui.acceptance.refusal.Excel.text;
import static org.gonghui.acceptance.refusal.Office.roster;
import static org.gonghui.acceptance.refusal.Refusal.assertRefused;

import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.people.Numbers;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are wrong: every fault is told, none is guessed away, and the others go on. */
@ExtendWith(RunningPlatform.Provided.class)
class RosterRowsIT {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private final Office office;

  RosterRowsIT(RunningPlatform platform) {
    this.office = Office.of(platform);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ID_LENGTH, 王小明, 33999919900101",
    "ID_15_DIGITS, 王小明, 339999900101111",
    "ID_CHECKSUM, 王小明, 339999199001011110",
    "ID_BIRTH_DATE, 王小明, 339999199002301119",
    "ID_AS_NUMBER, 王小明, 3.39999E+17",
    "ID_MISSING, 王小明, ''",
    "NAME_MISSING, '', 339999198505050993",
    "NAME_INVALID, 王<b>, 339999198505050993"
  })
  void a_wrong_row_is_named_by_its_fault_and_the_sound_one_stays(
      String code, String name, String idNumber) {
    var sound = Office.person();
    var csv = roster(name + "," + idNumber, "李四," + sound);

    var batch = office.checked(office.upload(office.employer(2), csv));

    assertThat(office.faults(batch, 2)).as(batch.text()).contains(code);
    assertThat(office.faults(batch, 3)).isEmpty();
    assertThat(counts(batch)).containsExactly(1, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "03/04/2017,,,,DATE_INVALID",
    "2017-02-30,,,,DATE_INVALID",
    ",12345,,,PHONE_INVALID",
    ",,12AB,102337000012,ACCOUNT_INVALID",
    ",,6217990000000000000,,ACCOUNT_INVALID"
  })
  void a_date_a_phone_and_a_card_are_never_guessed(
      String hired, String phone, String account, String bank, String code) {
    var columns = Stream.of(hired, phone, account, bank).map(c -> c == null ? "" : c).toList();
    var csv =
        "姓名,身份证号,入职日期,手机号,银行卡号,开户行\n王小明,%s,%s\n"
            .formatted(Office.person(), String.join(",", columns));

    var batch = office.checked(office.upload(office.employer(1), csv));

    assertThat(office.faults(batch, 2)).containsExactly(code);
  }

  @Test
  void all_faults_of_a_row_come_together_and_their_values_are_masked() {
    var csv = "姓名,身份证号,手机号\n,339999199001011110,1\n";

    var batch = office.checked(office.upload(office.employer(1), csv));

    assertThat(office.faults(batch, 2))
        .containsExactlyInAnyOrder("NAME_MISSING", "ID_CHECKSUM", "PHONE_INVALID");
    var rows = office.stage().read(Caller.CITY_OFFICER, Office.path(batch) + "/rows");
    assertThat(rows.text()).doesNotContain("339999199001011110");
  }

  @Test
  void the_second_of_two_equal_rows_names_the_first() {
    var person = Office.person();
    var csv = roster("王小明," + person, "王小明," + person);

    var batch = office.checked(office.upload(office.employer(2), csv));

    assertThat(office.faults(batch, 3)).containsExactly("DUPLICATE_IN_FILE");
    assertThat(counts(batch)).containsExactly(1, 1);
  }

  @Test
  void sixty_on_the_first_day_may_join_and_sixty_one_or_fifteen_may_not() {
    var sixty = Numbers.citizenId("19570102", 990);
    var older = Numbers.citizenId("19570101", 991);
    var young = Numbers.citizenId("20020102", 992);
    var csv = roster("王小明," + sixty, "王小明," + older, "王小明," + young);

    var batch = office.checked(office.upload(office.employer(3), csv));

    assertThat(office.faults(batch, 2)).doesNotContain("TOO_OLD", "TOO_YOUNG");
    assertThat(office.faults(batch, 3)).contains("TOO_OLD");
    assertThat(office.faults(batch, 4)).contains("TOO_YOUNG");
  }

  @Test
  void excel_numbers_formulas_and_merged_cells_are_told_and_lost_digits_never_guessed() {
    var person = Office.person();
    var workbook =
        new Excel()
            .hiddenSheet("old", row(1, text("A1", "姓名"), text("B1", "身份证号")))
            .mergedSheet(
                "A3:A4",
                row(1, text("A1", "姓名"), text("B1", "身份证号")),
                row(2, text("A2", "王小明"), number("B2", "3.39999199001011E+17")),
                row(3, text("A3", "李四"), formula("B3", "C3&amp;D3", person)),
                row(4, text("B4", Office.person())),
                row(5, text("A5", "赵五"), text("B5", Office.person())))
            .bytes();

    var batch = office.checked(office.upload(office.employer(4), "a.xlsx", workbook));

    assertThat(office.faults(batch, 2)).containsExactly("ID_AS_NUMBER");
    assertThat(office.faults(batch, 3)).containsExactly("FORMULA_CELL");
    assertThat(office.faults(batch, 4)).containsExactly("NAME_MISSING");
    assertThat(office.faults(batch, 5)).isEmpty();
    assertThat(counts(batch)).containsExactly(1, 3);
  }

  @Test
  void gb18030_with_rare_characters_comes_back_in_the_same_encoding() {
    var csv = "姓名;身份证号;备注\n王䶮;123;𠮷\n李四;" + Office.person() + ";=1+1\n";

    var batch = office.checked(office.upload(office.employer(2), "a.csv", csv.getBytes(GB18030)));
    var file = office.stage().read(Caller.CITY_OFFICER, Office.path(batch) + "/error-file");

    assertThat(office.faults(batch, 2)).containsExactly("ID_LENGTH");
    assertThat(new String(file.bytes(), GB18030))
        .contains("王䶮", "𠮷", "ID_LENGTH")
        .doesNotContain("李四");
  }

  @Test
  void an_error_file_starts_no_formula() {
    var csv = "姓名,身份证号,备注\n=HYPERLINK(1),123,@SUM(1)\n";

    var batch = office.checked(office.upload(office.employer(1), csv));
    var file = office.stage().read(Caller.CITY_OFFICER, Office.path(batch) + "/error-file");

    assertThat(new String(file.bytes(), UTF_8)).contains("'=HYPERLINK(1)", "'@SUM(1)");
  }

  @Test
  void two_employers_that_claim_one_person_at_once_get_one_enrolment() {
    var person = Office.person();
    var batches =
        Stream.of(office.employer(1), office.employer(1))
            .map(e -> office.checked(office.upload(e, roster("王小明," + person))))
            .toList();

    var submitted = batches.parallelStream().map(office::submit).map(Answer::require).toList();

    var ended =
        submitted.stream()
            .map(b -> office.stage().await(Caller.CITY_OFFICER, Office.path(b), "APPLIED").json())
            .toList();
    assertThat(ended).extracting(b -> b.at("/counts/applied").asInt()).containsOnlyOnce(1);
    assertThat(ended).extracting(b -> b.at("/counts/rejected").asInt()).containsOnlyOnce(1);
    assertThat(submitted.stream().map(b -> office.faults(b, 2)).toList())
        .containsExactlyInAnyOrder(List.of(), List.of("ENROLLED_ELSEWHERE"));
  }

  @Test
  void who_uploaded_a_roster_with_warnings_does_not_approve_it() {
    var employer = office.employer(90);
    var batch = office.checked(office.upload(employer, roster("王小明," + Office.person())));

    assertRefused(office.submit(batch), 422, "WARNING_NOT_CONFIRMED");
    var submitted = office.submit(batch, "PARTICIPATION_LOW").require();

    assertRefused(approve(submitted, Caller.CITY_OFFICER), 403, "MAKER_IS_CHECKER");
    assertThat(status(submitted)).isEqualTo("SUBMITTED");
    var _ = approve(submitted, Caller.SECOND_OFFICER).require();
    assertRefused(approve(submitted, Caller.SECOND_OFFICER), 412, "STALE_VERSION");
  }

  @Test
  void a_roster_of_another_area_or_employer_does_not_exist() {
    var batch = office.checked(office.upload(office.employer(1), roster("王小明," + Office.person())));
    var path = Stage.API + Office.path(batch);

    for (var stranger : List.of("clerk.demo", "clerk2.demo")) {
      var answer = office.gateway().patiently(Call.get(new Caller.User(stranger), path));
      assertRefused(answer, 404, "NOT_FOUND");
    }
    var member = office.gateway().patiently(Call.get(new Caller.User("member.demo"), path));
    assertRefused(member, 403, "FORBIDDEN");
  }

  private Answer approve(Answer submitted, Caller caller) {
    var call = Call.post(caller, Stage.API + Office.path(submitted) + "/approval");
    return office
        .gateway()
        .patiently(call.once(UUID.randomUUID().toString()).seen(submitted.etag()).json(Body.of()));
  }

  private String status(Answer batch) {
    return office.stage().get(Caller.CITY_OFFICER, Office.path(batch)).path("status").asText();
  }

  private static List<Integer> counts(Answer batch) {
    var counts = batch.json().path("counts");
    return List.of(counts.path("valid").asInt(), counts.path("rejected").asInt());
  }
}
