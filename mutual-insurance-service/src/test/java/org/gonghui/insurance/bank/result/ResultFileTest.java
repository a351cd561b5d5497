package org.gonghui.insurance.bank.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.insurance.bank.result.BankAnswer.Answered;
import org.gonghui.insurance.bank.result.BankAnswer.Head;
import org.gonghui.insurance.bank.result.BankAnswer.Outcome;
import org.gonghui.insurance.bank.result.BankAnswer.Unreadable;
import org.gonghui.kit.money.Money;
import org.junit.jupiter.api.Test;

class ResultFileTest {
  @Test
  void a_bad_line_has_its_fault_alone() {
    var answers =
        read(
            ResultFormat.GH_RES_1,
            """
            H,GH-RES-1,MP-2017-0000001,3
            D,e1,ACSC,,B1,2017-12-29,3882.71
            D,e2,MAYBE,,,,-5
            D,e3,RJCT,AC01,,,
            T,3
            """);

    assertThat(answers)
        .hasSize(4)
        .contains(
            new Head("MP-2017-0000001"),
            new Answered(
                2, "e1", Outcome.ACSC, null, "B1", LocalDate.of(2017, 12, 29), Money.of("3882.71")),
            new Answered(4, "e3", Outcome.RJCT, "AC01", null, null, null));
    assertThat(answers.get(2))
        .isInstanceOfSatisfying(
            Unreadable.class,
            bad -> assertThat(bad.fault().pointer()).isEqualTo("/lines/3/status"));
  }

  @Test
  void the_iso_file_says_the_same() {
    var answers =
        read(
            ResultFormat.PAIN_002,
            """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <OrgnlGrpInfAndSts><OrgnlMsgId>MP-2017-0000001</OrgnlMsgId></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>MP-2017-0000001</OrgnlPmtInfId>
            <TxInfAndSts><OrgnlEndToEndId>e1</OrgnlEndToEndId><TxSts>ACSC</TxSts>
            <FctvIntrBkSttlmDt><Dt>2017-12-29</Dt></FctvIntrBkSttlmDt><AcctSvcrRef>B1</AcctSvcrRef>
            <OrgnlTxRef><Amt><InstdAmt Ccy="CNY">3882.71</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
            <TxInfAndSts><OrgnlEndToEndId>e3</OrgnlEndToEndId><TxSts>RJCT</TxSts>
            <StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts>
            </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """);

    assertThat(answers).hasSize(3);
    assertThat(answers.get(1))
        .isEqualTo(
            new Answered(
                6,
                "e1",
                Outcome.ACSC,
                null,
                "B1",
                LocalDate.of(2017, 12, 29),
                Money.of("3882.71")));
    assertThat(answers.get(2))
        .isEqualTo(new Answered(8, "e3", Outcome.RJCT, "AC01", null, null, null));
  }

  @Test
  void a_file_that_was_cut_short_is_refused() {
    var cut = "H,GH-RES-1,MP-2017-0000001,2\nD,e1,ACSC,,B1,2017-12-29,1.00\n";

    assertThatThrownBy(() -> read(ResultFormat.GH_RES_1, cut)).hasMessageContaining("closing line");
  }

  private static List<BankAnswer> read(ResultFormat format, String text) {
    var answers = new ArrayList<BankAnswer>();
    format.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), answers::add);
    return answers;
  }
}
