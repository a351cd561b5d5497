package org.gonghui.insurance.bank.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gonghui.insurance.bank.CsvLines;
import org.gonghui.kit.money.Money;
import org.junit.jupiter.api.Test;

class PaymentFileTest {
  private static final String ID_1 = "0195b2a0000070008000000000000001";
  private static final String ID_2 = "0195b2a0000070008000000000000002";

  @Test
  void the_hash_covers_ids_accounts_and_amounts_in_sequence() {
    var hash = new BatchHash();

    hash.add(ID_1, "idx1", Money.of("3882.71"));
    hash.add(ID_2, "idx2", Money.of("1000.00"));

    assertThat(hash.hex())
        .isEqualTo("cf545a95683cb9bbfedbe32ec3a66ef43ad0221697b7e53d6738e59ce9fca0ff");
  }

  @Test
  void the_csv_file_is_exactly_this() {
    var file = written(PaymentFormat.GH_PAY_1, orders());

    assertThat(file)
        .isEqualTo(
            """
            H,GH-PAY-1,MP-2017-0000001,2017-12-29T02:00:00Z,1211012009000123456,2,4882.71,abc
            D,1,0195b2a0000070008000000000000001,王小明,6222020000000000017,ICBC,3882.71,CNY,互助补助MI-2017-0012866
            D,2,0195b2a0000070008000000000000002,"O'Neil, ""Ann\""",6222020000000000025,BOC,1000.00,CNY,互助补助MI-2017-0012867
            T,2,4882.71
            """);
  }

  @Test
  void a_csv_file_cannot_smuggle_a_formula_or_a_line_to_a_spreadsheet() {
    var evil = new PaymentOrder(1, ID_1, "=cmd|'/c calc'!A1\nD,9", "+62", "@X", one(), "-1+1");

    var file = written(PaymentFormat.GH_PAY_1, List.of(evil));

    var lines = new ArrayList<List<String>>();
    CsvLines.read(bytes(file), fields -> lines.add(fields.values()));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1))
        .containsExactly(
            "D", "1", ID_1, "'=cmd|'/c calc'!A1\nD,9", "'+62", "'@X", "1.00", "CNY", "'-1+1");
  }

  @Test
  void the_iso_file_says_the_same_and_escapes_names() throws Exception {
    var evil = "</Nm><Amt>9</Amt>&\u0000";
    var order = new PaymentOrder(1, ID_1, evil, "6222", "ICBC", one(), "互助补助MI-1");

    var file = written(PaymentFormat.PAIN_001, List.of(order));

    var xml = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
    var document = xml.parse(bytes(file));
    var root = document.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
    assertThat(only(root, "MsgId")).isEqualTo("MP-2017-0000001");
    assertThat(only(root, "EndToEndId")).isEqualTo(ID_1);
    assertThat(only(root, "InstdAmt")).isEqualTo("1.00");
    assertThat(only(root, "Ustrd")).isEqualTo("互助补助MI-1");
    var names = root.getElementsByTagNameNS("*", "Nm");
    assertThat(names.item(2).getTextContent()).isEqualTo("</Nm><Amt>9</Amt>&?");
  }

  @Test
  void writing_twice_gives_the_same_bytes() {
    for (var format : PaymentFormat.values()) {
      assertThat(written(format, orders())).isEqualTo(written(format, orders()));
    }
  }

  private static String only(org.w3c.dom.Element root, String name) {
    var found = root.getElementsByTagNameNS("*", name);
    assertThat(found.getLength()).as(name).isEqualTo(1);
    return found.item(0).getTextContent();
  }

  private static List<PaymentOrder> orders() {
    return List.of(
        new PaymentOrder(
            1,
            ID_1,
            "王小明",
            "6222020000000000017",
            "ICBC",
            Money.of("3882.71"),
            "互助补助MI-2017-0012866"),
        new PaymentOrder(
            2,
            ID_2,
            "O'Neil, \"Ann\"",
            "6222020000000000025",
            "BOC",
            Money.of("1000.00"),
            "互助补助MI-2017-0012867"));
  }

  private static Money one() {
    return Money.of("1.00");
  }

  private static String written(PaymentFormat format, List<PaymentOrder> orders) {
    var out = new ByteArrayOutputStream();
    var total = Money.sum(orders.stream().map(PaymentOrder::amount).toList());
    var head =
        new PaymentHead(
            "MP-2017-0000001",
            Instant.parse("2017-12-29T02:00:00Z"),
            "绍兴市总工会",
            "1211012009000123456",
            orders.size(),
            total,
            "abc");
    format.write(head, orders::forEach, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
