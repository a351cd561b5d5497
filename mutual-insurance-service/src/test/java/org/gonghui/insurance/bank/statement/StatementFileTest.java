package org.gonghui.insurance.bank.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.insurance.bank.statement.StatementEntry.Direction;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Problem;
import org.junit.jupiter.api.Test;

class StatementFileTest {
  private static final String CSV =
      """
      H,GH-STM-1,1211012009000123456,2017-12-28,2017-12-29,100.00,5040.00,3
      L,R1,2017-12-28,C,6000.00,诸暨纺织,330001,MIC2017000123483,,6100.00
      L,R2,2017-12-29,D,1000.00,王小明,6222,互助补助MI-2017-0012866,e1,5100.00
      L,R3,2017-12-29,D,60.00,银行,,手续费,,5040.00
      T,3
      """;

  @Test
  void a_statement_that_adds_up_is_read_line_by_line() {
    var read = read(StatementFormat.GH_STM_1, CSV);

    assertThat(read.heads)
        .containsExactly(
            new StatementHead(
                "1211012009000123456",
                LocalDate.of(2017, 12, 28),
                LocalDate.of(2017, 12, 29),
                Money.of("100.00"),
                Money.of("5040.00")));
    assertThat(read.entries).hasSize(3);
    assertThat(read.entries.get(1))
        .isEqualTo(
            new StatementEntry(
                3,
                "R2",
                LocalDate.of(2017, 12, 29),
                Direction.DEBIT,
                Money.of("1000.00"),
                "王小明",
                "6222",
                "互助补助MI-2017-0012866",
                "e1",
                Money.of("5100.00"),
                false));
    assertThat(read.ended).isTrue();
  }

  @Test
  void one_fen_off_in_the_running_balance_names_that_line() {
    refused(CSV.replace(",5100.00", ",5100.01"), "STATEMENT_NOT_BALANCED", "/lines/3/balanceAfter");
  }

  @Test
  void a_closing_balance_that_nobody_comes_to_is_refused() {
    var noRunning =
        CSV.replace(",6100.00", ",").replace(",5100.00", ",").replace(",,5040.00", ",,");

    refused(
        noRunning.replace("100.00,5040.00", "100.00,5040.01"),
        "STATEMENT_NOT_BALANCED",
        "/head/closing");
  }

  @Test
  void what_is_no_statement_is_refused_with_a_pointer() {
    refused(CSV.replace("2017-12-29,D", "29.12.2017,D"), "BANK_FILE_INVALID", "/lines/3/valueDate");
    refused(CSV.replace("D,1000.00", "D,-1000.00"), "BANK_FILE_INVALID", "/lines/3/amount");
    refused(CSV.replace("D,1000.00", "D,1000.001"), "BANK_FILE_INVALID", "/lines/3/amount");
    refused(CSV.replace("王小明", "王\u0000明"), "BANK_FILE_INVALID", "/lines/3/name");
    refused(CSV.replace("T,3", "T,4"), "BANK_FILE_INVALID", "/lines/5/count");
    refused(CSV.replace("L,R2", "X,R2"), "BANK_FILE_INVALID", "/lines/3/type");
    refused(CSV.replace(",3\nL,R1", ",3\nL"), "BANK_FILE_INVALID", "/lines/2");
  }

  @Test
  void latin_bytes_and_endless_lines_are_refused() {
    var latin = CSV.replace("手续费", "Geb\u00fchr").getBytes(StandardCharsets.ISO_8859_1);
    var endless = CSV.replace("手续费", "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(
            () -> StatementFormat.GH_STM_1.read(new ByteArrayInputStream(latin), new Kept()))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> StatementFormat.GH_STM_1.read(new ByteArrayInputStream(endless), new Kept()))
        .isInstanceOf(Problem.class);
  }

  @Test
  void the_iso_statement_says_the_same() {
    var read = read(StatementFormat.CAMT_053, CAMT);

    assertThat(read.heads.getFirst().closing()).isEqualTo(Money.of("5100.00"));
    assertThat(read.entries)
        .extracting(StatementEntry::bankRef, StatementEntry::effect, StatementEntry::returned)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("R1", Money.of("6000.00"), false),
            org.assertj.core.groups.Tuple.tuple("R2", Money.of("-1000.00"), false),
            org.assertj.core.groups.Tuple.tuple("R4", Money.of("1000.00"), true),
            org.assertj.core.groups.Tuple.tuple("R5", Money.of("-1000.00"), false));
    assertThat(read.entries.get(1).name()).isEqualTo("王小明");
    assertThat(read.entries.get(2).endToEndId()).isEqualTo("e1");
  }

  @Test
  void a_document_type_or_an_entity_is_refused() {
    var doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";

    for (var head : List.of(doctype, bomb, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">")) {
      assertThatThrownBy(() -> read(StatementFormat.CAMT_053, head + CAMT.replace("王", "&e;")))
          .isInstanceOfSatisfying(
              Problem.class, e -> assertThat(e.type().code()).isEqualTo("XML_DTD_REFUSED"));
    }
    assertThatThrownBy(() -> read(StatementFormat.CAMT_053, CAMT.replace("王", "&e;")))
        .isInstanceOf(Problem.class);
  }

  private static void refused(String text, String code, String pointer) {
    assertThatThrownBy(() -> read(StatementFormat.GH_STM_1, text))
        .isInstanceOfSatisfying(
            Problem.class,
            e -> {
              assertThat(e.type().code()).isEqualTo(code);
              assertThat(e.faults().getFirst().pointer()).isEqualTo(pointer);
            });
  }

  private static Kept read(StatementFormat format, String text) {
    var kept = new Kept();
    format.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), kept);
    return kept;
  }

  private static final class Kept implements StatementSink {
    private final List<StatementHead> heads = new ArrayList<>();
    private final List<StatementEntry> entries = new ArrayList<>();
    private boolean ended;

    @Override
    public void head(StatementHead head) {
      heads.add(head);
    }

    @Override
    public void entry(StatementEntry entry) {
      entries.add(entry);
    }

    @Override
    public void end() {
      ended = true;
    }
  }

  private static final String CAMT =
      """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
      <Id>S1</Id>
      <Acct><Id><Othr><Id>1211012009000123456</Id></Othr></Id></Acct>
      <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">100.00</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2017-12-28</Dt></Dt></Bal>
      <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">5100.00</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2017-12-29</Dt></Dt></Bal>
      <Ntry><Amt Ccy="CNY">6000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
      <ValDt><Dt>2017-12-28</Dt></ValDt><AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls>
      <RmtInf><Ustrd>MIC2017000123483</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
      <Ntry><Amt Ccy="CNY">1000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
      <ValDt><Dt>2017-12-29</Dt></ValDt><AcctSvcrRef>R2</AcctSvcrRef><NtryDtls><TxDtls>
      <Refs><EndToEndId>e1</EndToEndId></Refs><RltdPties><Cdtr><Pty><Nm>王小明</Nm></Pty></Cdtr>
      <CdtrAcct><Id><Othr><Id>6222</Id></Othr></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls></Ntry>
      <Ntry><Amt Ccy="CNY">77.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry>
      <Ntry><Amt Ccy="CNY">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
      <ValDt><Dt>2017-12-29</Dt></ValDt><AcctSvcrRef>R4</AcctSvcrRef><NtryDtls><TxDtls>
      <Refs><EndToEndId>e1</EndToEndId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>
      </TxDtls></NtryDtls></Ntry>
      <Ntry><Amt Ccy="CNY">1000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
      <ValDt><Dt>2017-12-29</Dt></ValDt><AcctSvcrRef>R5</AcctSvcrRef></Ntry>
      </Stmt></BkToCstmrStmt></Document>
      """;
}
