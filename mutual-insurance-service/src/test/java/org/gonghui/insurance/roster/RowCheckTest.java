package org.gonghui.insurance.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.sheet.SheetRow;
import org.gonghui.insurance.sheet.SheetRow.Kind;
import org.gonghui.kit.person.CitizenId;
import org.junit.jupiter.api.Test;

class RowCheckTest {
  private static final LocalDate COVER = LocalDate.of(2017, 1, 1);
  private static final JoiningDay IN_TIME = day(LocalDate.of(2016, 11, 1), false);
  private static final String ID = CitizenId.ofPrefix("33999919900101001").number();

  @Test
  void a_sound_row_has_no_fault() {
    var row = check("王小明", ID, "13800138000", "2010/3/4", "6222 0212 0212 0212", "工商银行", "是");

    assertThat(row.faults()).isEmpty();
    assertThat(row.hireDate()).isEqualTo("2010-03-04");
    assertThat(row.account()).isEqualTo("6222021202120212");
    assertThat(row.consent()).isTrue();
  }

  @Test
  void every_fault_of_a_row_is_told_at_once() {
    var row = check("", "330602", "12345", "03/04/2017", "12", "", "也许");

    assertThat(row.codes())
        .containsExactly(
            "NAME_MISSING",
            "ID_LENGTH",
            "PHONE_INVALID",
            "DATE_INVALID",
            "ACCOUNT_INVALID",
            "CONSENT_INVALID");
    assertThat(row.isRejected()).isTrue();
  }

  @Test
  void each_way_an_id_can_be_wrong_has_its_code() {
    assertThat(codeOfId("")).containsExactly("ID_MISSING");
    assertThat(codeOfId("110105491231002")).containsExactly("ID_15_DIGITS");
    assertThat(codeOfId("3.39999E+17")).containsExactly("ID_AS_NUMBER");
    assertThat(codeOfId("110105194912310021")).containsExactly("ID_CHECKSUM");
    assertThat(codeOfId("110105199002300011")).containsExactly("ID_BIRTH_DATE");
    assertThat(codeOfId("=A1")).containsExactly("FORMULA_CELL");
    assertThat(codeOfId(CitizenId.ofPrefix("33999920990101001").number()))
        .containsExactly("ID_BIRTH_DATE");
  }

  @Test
  void full_width_digits_and_a_small_x_are_normalised() {
    var id = CitizenId.ofPrefix("33999919900101009").number();
    var wide =
        id.chars()
            .map(c -> c + 0xFEE0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);

    var row = check("王　明", wide.toString(), "", "", "", "", "");

    assertThat(row.faults()).isEmpty();
    assertThat(row.id()).isEqualTo(new CitizenId(id));
  }

  @Test
  void an_id_that_excel_made_a_number_is_never_guessed() {
    var row = new SheetRow(2, cells("王明", ID, "", "", "", "", ""), Map.of(1, Kind.NUMBER));

    assertThat(new RowCheck(HEADER, IN_TIME).check(row).codes()).containsExactly("ID_AS_NUMBER");
  }

  @Test
  void who_is_sixty_on_the_first_day_may_join_and_who_is_sixty_one_may_not() {
    assertThat(codeOfId(born("19560102"))).isEmpty();
    assertThat(codeOfId(born("19560101"))).containsExactly("TOO_OLD");
    assertThat(codeOfId(born("19570101"))).isEmpty();
    assertThat(codeOfId(born("20010101"))).isEmpty();
    assertThat(codeOfId(born("20010102"))).containsExactly("TOO_YOUNG");
  }

  @Test
  void after_the_window_only_new_hires_join() {
    var late = day(LocalDate.of(2017, 3, 10), true);

    assertThat(check(late, ID, "2017-02-08").codes()).isEmpty();
    assertThat(check(late, ID, "2017-02-07").codes()).containsExactly("LATE_NOT_NEW_HIRE");
    assertThat(check(late, ID, "").codes()).containsExactly("LATE_NOT_NEW_HIRE");
  }

  @Test
  void values_in_faults_are_masked() {
    var fault = check("王明", "330602199001010012", "", "", "", "", "").faults().getFirst();

    assertThat(fault.value()).isEqualTo("33**************12");
  }

  private static final RosterHeader HEADER =
      RosterHeader.of(new SheetRow(1, List.of("姓名", "身份证号码", "手机", "入职日期", "银行卡号", "开户行", "免申授权")));

  private static JoiningDay day(LocalDate judgedOn, boolean late) {
    return new JoiningDay(LocalDate.of(2026, 1, 1), judgedOn, COVER, late, 30, 16, 60, false);
  }

  private static String born(String day) {
    return CitizenId.ofPrefix("339999" + day + "001").number();
  }

  private static List<String> codeOfId(String id) {
    return check("王明", id, "", "", "", "", "").codes();
  }

  private static CheckedRow check(JoiningDay day, String id, String hired) {
    return new RowCheck(HEADER, day).check(new SheetRow(2, cells("王明", id, "", hired, "", "", "")));
  }

  private static CheckedRow check(String... cells) {
    return new RowCheck(HEADER, IN_TIME).check(new SheetRow(2, cells(cells)));
  }

  private static List<String> cells(String... cells) {
    return List.of(cells);
  }
}
