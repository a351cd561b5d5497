package org.gonghui.acceptance.refusal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.acceptance.refusal.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.file.StatementFile;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that cannot be, and receipts that do not fit. */
@ExtendWith(RunningPlatform.Provided.class)
class BankFilesIT {
  private final Office office;

  BankFilesIT(RunningPlatform platform) {
    this.office = Office.of(platform);
  }

  @ParameterizedTest
  @MethodSource
  void a_statement_that_cannot_be_is_refused_whole(
      String type, String file, int status, String code) {
    var due = due();
    var text =
        file.replace("REF", due.path("reference").asText()).replace("NEW", "B" + UUID.randomUUID());

    var answer = book(type, text.getBytes(UTF_8));

    assertThat(answer.status() + " " + answer.code())
        .as(answer.text())
        .isEqualTo(status + " " + code);
    assertThat(answer.isProblem()).isTrue();
    assertThat(read(due).path("paid").asText()).as("nothing is half booked").isEqualTo("0.00");
  }

  static Stream<Arguments> a_statement_that_cannot_be_is_refused_whole() {
    var head = "H,GH-STM-1,%s,2017-12-20,2017-12-20,".formatted(Office.ACCOUNT);
    var line = "L,NEW,2017-12-20,C,60.00,示例厂,62179900,REF,,61.00\n";
    return Stream.of(
        csv(
            "closing that does not follow",
            head + "1.00,62.00,1\n" + line + "T,1\n",
            422,
            "STATEMENT_NOT_BALANCED"),
        csv(
            "a running balance that breaks",
            head + "1.00,61.00,1\n" + line.replace(",61.00", ",60.00") + "T,1\n",
            422,
            "STATEMENT_NOT_BALANCED"),
        csv(
            "three decimals",
            head + "1.00,61.00,1\n" + line.replace("60.00", "60.001") + "T,1\n",
            400,
            "BANK_FILE_INVALID"),
        csv(
            "a negative amount",
            head + "1.00,61.00,1\n" + line.replace("60.00", "-60.00") + "T,1\n",
            400,
            "BANK_FILE_INVALID"),
        csv(
            "a day that is none",
            head + "1.00,61.00,1\n" + line.replace("2017-12-20", "2017-12-32") + "T,1\n",
            400,
            "BANK_FILE_INVALID"),
        csv(
            "fewer lines than told",
            head + "1.00,61.00,2\n" + line + "T,2\n",
            400,
            "BANK_FILE_INVALID"),
        csv("no closing line", head + "1.00,61.00,1\n" + line, 400, "BANK_FILE_INVALID"),
        csv("another format", "H,GH-PAY-1\n", 400, "BANK_FILE_INVALID"),
        csv("nothing", "", 400, "BANK_FILE_INVALID"),
        Arguments.argumentSet(
            "an entity of a file",
            "application/xml",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            400,
            "XML_DTD_REFUSED"),
        Arguments.argumentSet(
            "broken XML", "application/xml", "<Document><", 400, "BANK_FILE_INVALID"),
        Arguments.argumentSet("JSON", "application/json", "{}", 415, "UNSUPPORTED_MEDIA_TYPE"));
  }

  @Test
  void a_cent_too_much_pays_the_due_and_waits() {
    var due = due();

    var _ =
        book("text/csv", credit("B" + UUID.randomUUID(), "60.01", due.path("reference").asText()))
            .require();

    assertThat(read(due).path("status").asText()).isEqualTo("PAID");
    assertThat(read(due).path("paid").asText()).isEqualTo("60.00");
    var free =
        office.stage().all(Caller.FINANCE, "/receipts").stream()
            .filter(
                receipt -> receipt.path("remark").asText().contains(due.path("reference").asText()))
            .toList();
    assertThat(free).extracting(receipt -> receipt.path("free").asText()).containsExactly("0.01");
  }

  @Test
  void a_reference_with_wrong_check_digits_is_none() {
    var due = due();
    var reference = due.path("reference").asText();
    var last = reference.charAt(reference.length() - 1);
    var wrong =
        reference.substring(0, reference.length() - 1) + (char) (last == '9' ? '0' : last + 1);

    var _ = book("text/csv", credit("B" + UUID.randomUUID(), "59.99", wrong)).require();

    assertThat(read(due).path("paid").asText()).isEqualTo("0.00");
  }

  @Test
  void the_same_bank_line_twice_is_money_once() {
    var due = due();
    var bankRef = "B" + UUID.randomUUID();
    var file = credit(bankRef, "30.00", due.path("reference").asText());

    var first = book("text/csv", file).require();
    var again = book("text/csv", file).require();

    assertThat(first.json().path("known").asInt()).isZero();
    assertThat(again.json().path("known").asInt()).isEqualTo(1);
    assertThat(again.json().path("applied").asInt()).isZero();
    assertThat(read(due).path("paid").asText()).isEqualTo("30.00");
    assertThat(read(due).path("status").asText()).isEqualTo("PARTLY_PAID");
  }

  @Test
  void a_statement_without_key_and_from_a_hospital_is_refused() {
    var call =
        Call.post(Caller.BANK, Stage.API + "/bank-statements")
            .content("text/csv", credit("B1", "1.00", ""));
    var hospital =
        Call.post(Caller.HOSPITAL, Stage.API + "/bank-statements")
            .once("k")
            .content("text/csv", credit("B1", "1.00", ""));

    assertRefused(office.gateway().patiently(call), 400, "IDEMPOTENCY_KEY_MISSING");
    assertRefused(office.gateway().patiently(hospital), 403, "FORBIDDEN");
  }

  @Test
  void more_than_was_received_is_not_allocated() {
    var due = due();
    var bankRef = "B" + UUID.randomUUID();
    var _ = book("text/csv", credit(bankRef, "10.00", "无备注")).require();
    var receipt =
        office.stage().all(Caller.FINANCE, "/receipts").stream()
            .filter(one -> one.path("bankRef").asText().equals(bankRef))
            .findFirst()
            .orElseThrow();
    var path = "/receipts/" + receipt.path("id").asText();
    var seen = office.stage().read(Caller.FINANCE, path);
    var allocation = Body.of("dueId", due.path("id"), "amount", "10.01");
    var call =
        Call.post(Caller.FINANCE, Stage.API + path + "/allocations")
            .once(UUID.randomUUID().toString())
            .seen(seen.etag())
            .json(Body.of("allocations", List.of(allocation)));

    assertRefused(office.gateway().patiently(call), 422, "OVER_ALLOCATED");
    assertThat(read(due).path("paid").asText()).isEqualTo("0.00");
  }

  /** The due of one head, 60.00. */
  private JsonNode due() {
    var employer = office.employer(1);
    var batch = office.checked(office.upload(employer, Office.roster("王小明," + Office.person())));
    var applied =
        office
            .stage()
            .await(Caller.CITY_OFFICER, Office.path(office.submit(batch).require()), "APPLIED");
    return office.due(applied);
  }

  private JsonNode read(JsonNode due) {
    return office.stage().get(Caller.FINANCE, "/contribution-dues/" + due.path("id").asText());
  }

  private Answer book(String type, byte[] file) {
    var call =
        Call.post(Caller.BANK, Stage.API + "/bank-statements").once(UUID.randomUUID().toString());
    return office.gateway().patiently(call.content(type, file));
  }

  private static byte[] credit(String bankRef, String amount, String remark) {
    var statement = new StatementFile(Office.ACCOUNT, Fen.yuan(1));
    statement.credit(bankRef, Office.DAY, Fen.of(amount), "示例拒收厂", "621799000001", remark);
    return statement.bytes();
  }

  private static Arguments csv(String name, String file, int status, String code) {
    return Arguments.argumentSet(name, "text/csv", file, status, code);
  }
}
