package org.gonghui.acceptance.refusal;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.acceptance.refusal.Excel.row;
import static org.gonghui.acceptance.refusal.Excel.text;
import static org.gonghui.acceptance.refusal.Office.roster;
import static org.gonghui.acceptance.refusal.Refusal.assertRefused;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Multipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no roster, or the same one again. */
@ExtendWith(RunningPlatform.Provided.class)
class RosterFilesIT {
  private static final byte[] OLE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final int TOO_MANY = 500_001;
  private final Office office;

  RosterFilesIT(RunningPlatform platform) {
    this.office = Office.of(platform);
  }

  @ParameterizedTest
  @MethodSource
  void a_file_that_is_no_roster_is_refused_whole(Supplier<byte[]> file, int status, String code) {
    var employer = office.employer(2);

    var answer = office.upload(employer, "名册.xlsx", file.get());

    assertRefused(answer, status, code);
    assertThat(office.rosters(employer)).as("nothing is kept of it").isEmpty();
  }

  static Stream<Arguments> a_file_that_is_no_roster_is_refused_whole() {
    return Stream.of(
        file("bytes of no encoding", 422, "ENCODING_UNKNOWN", () -> new byte[] {'a', -1, -1, ','}),
        file("UTF-16 without a mark", 422, "ENCODING_UNKNOWN", () -> people().getBytes(UTF_16LE)),
        file("nothing at all", 422, "NO_ROWS", () -> new byte[0]),
        file("a header alone", 422, "NO_ROWS", () -> roster().getBytes(UTF_8)),
        file("another template", 422, "HEADER_NOT_FOUND", () -> "姓,号\n王,1\n".getBytes(UTF_8)),
        file("500,001 rows", 422, "TOO_MANY_ROWS", RosterFilesIT::tooManyRows),
        file("65 columns", 422, "TOO_MANY_COLUMNS", RosterFilesIT::tooManyColumns),
        file("a cell of 501 characters", 422, "CELL_TOO_LONG", RosterFilesIT::longCell),
        file("more than 50 MiB", 413, "FILE_TOO_LARGE", () -> new byte[(50 << 20) + 1]),
        file("a zip bomb", 413, "FILE_EXPANDS_TOO_MUCH", RosterFilesIT::bomb),
        file("an archive of something else", 415, "FILE_TYPE_UNKNOWN", RosterFilesIT::archive),
        file("a broken archive", 422, "FILE_BROKEN", () -> new byte[] {'P', 'K', 3, 4, 0, 0}),
        file("macros", 415, "MACROS_NOT_SUPPORTED", RosterFilesIT::macros),
        file("a password", 422, "FILE_PROTECTED", () -> ole("EncryptedPackage")),
        file("an Excel file of 1997", 415, "XLS_NOT_SUPPORTED", () -> ole("Workbook")),
        file("a PDF", 415, "FILE_TYPE_UNKNOWN", () -> "%PDF-1.7\n".getBytes(UTF_8)));
  }

  @Test
  void the_headers_of_another_template_are_told_back_but_no_number() {
    var csv = "名字;电话;" + Office.person() + "\n王明;1;2\n";

    var answer = office.upload(office.employer(1), csv);

    assertRefused(answer, 422, "HEADER_NOT_FOUND");
    assertThat(answer.json().path("headersSeen").toString()).contains("名字", "电话");
  }

  @Test
  void utf_16_with_its_mark_is_read() {
    var checked = office.upload(office.employer(1), "a.csv", people().getBytes(UTF_16));

    assertThat(office.checked(checked).json().at("/counts/valid").asInt()).isEqualTo(1);
  }

  @Test
  void the_same_file_again_is_the_same_roster_and_another_one_waits_for_it() {
    var employer = office.employer(2);
    var csv = roster("王小明," + Office.person());

    var first = office.upload(employer, csv);
    var again = office.upload(employer, csv);
    var other = office.upload(employer, people());

    assertThat(first.status()).isEqualTo(202);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    assertRefused(other, 409, "BATCH_ACTIVE");
    assertThat(office.rosters(employer)).hasSize(1);
  }

  @Test
  void the_same_file_ten_times_at_once_is_one_roster() {
    var employer = office.employer(1);
    var file = people().getBytes(UTF_8);

    var statuses =
        IntStream.range(0, 10)
            .parallel()
            .mapToObj(_ -> office.upload(employer, "a.csv", file))
            .map(Answer::status)
            .collect(Collectors.toSet());

    assertThat(statuses).isSubsetOf(200, 202);
    assertThat(office.rosters(employer)).hasSize(1);
  }

  @Test
  void an_upload_without_key_is_refused_and_one_under_a_used_key_too() {
    var employer = office.employer(1);
    var call = Office.uploading(employer, "a.csv", people().getBytes(UTF_8));
    var key = UUID.randomUUID().toString();

    assertRefused(office.gateway().patiently(call), 400, "IDEMPOTENCY_KEY_MISSING");
    assertThat(office.rosters(employer)).isEmpty();

    var first = office.gateway().require(call.once(key));
    var again = office.gateway().require(call.once(key));
    var other = Office.uploading(employer, "b.csv", people().getBytes(UTF_8)).once(key);

    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.bytes()).isEqualTo(first.bytes());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertRefused(office.gateway().patiently(other), 422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(office.rosters(employer)).hasSize(1);
  }

  @Test
  void a_form_without_its_file_is_refused() {
    var path = "/api/mutual-insurance/v1/enrolment-batches";
    var empty = new Multipart().field("planYear", "2018");

    var answer =
        office
            .gateway()
            .patiently(
                Call.post(Caller.CITY_OFFICER, path)
                    .once(UUID.randomUUID().toString())
                    .form(empty));

    assertRefused(answer, 400, "INVALID_REQUEST", "file");
  }

  private static Arguments file(String name, int status, String code, Supplier<byte[]> content) {
    return argumentSet(name, content, status, code);
  }

  private static String people() {
    return roster("王小明," + Office.person());
  }

  private static byte[] tooManyRows() {
    var line = "王小明," + Office.person() + "\n";
    return (roster() + line.repeat(TOO_MANY)).getBytes(UTF_8);
  }

  private static byte[] tooManyColumns() {
    return ("姓名,身份证号" + ",列".repeat(63) + "\n王小明," + Office.person() + "\n").getBytes(UTF_8);
  }

  private static byte[] longCell() {
    return ("姓名,身份证号,备注\n王小明," + Office.person() + "," + "长".repeat(501) + "\n").getBytes(UTF_8);
  }

  private static byte[] bomb() {
    var zeros = new byte[40 << 20];
    return new Excel().sheet("a", row(1, text("A1", "姓名"))).part("xl/big.xml", zeros).bytes();
  }

  private static byte[] archive() {
    return Excel.zip(Map.of("word/document.xml", "<a/>".getBytes(UTF_8)));
  }

  private static byte[] macros() {
    return new Excel().sheet("a", row(1, text("A1", "姓名"))).part("xl/vbaProject.bin", OLE).bytes();
  }

  private static byte[] ole(String stream) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(OLE);
    bytes.writeBytes(new byte[1_000]);
    bytes.writeBytes(stream.getBytes(UTF_16LE));
    return bytes.toByteArray();
  }
}
