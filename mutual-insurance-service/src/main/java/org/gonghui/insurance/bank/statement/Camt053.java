package org.gonghui.insurance.bank.statement;

import static org.gonghui.insurance.bank.BankProblems.BANK_FILE_INVALID;

import java.io.InputStream;
import org.gonghui.insurance.bank.XmlCursor;

/** The statement as ISO 20022 camt.053.001.08: one account, one transaction per entry. */
final class Camt053 implements XmlCursor.Listener {
  private static final String STATEMENT = "Document/BkToCstmrStmt/Stmt";
  private static final String BALANCE = STATEMENT + "/Bal";
  private static final String ENTRY = STATEMENT + "/Ntry";

  private final StatementSink sink;
  private final CamtTexts texts = new CamtTexts();
  private final CamtHead head = new CamtHead();
  private boolean headed;
  private boolean ended;

  private Camt053(StatementSink sink) {
    this.sink = sink;
  }

  static void read(InputStream in, StatementSink sink) {
    var file = new Camt053(sink);
    XmlCursor.walk(in, file);
    if (!file.ended) {
      throw BANK_FILE_INVALID.because("there is no BkToCstmrStmt/Stmt: this is no camt.053");
    }
    sink.end();
  }

  @Override
  public void starts(String path, XmlCursor at) {
    switch (path) {
      case STATEMENT -> requireFirst(at);
      case BALANCE -> texts.clear();
      case ENTRY -> {
        texts.clear();
        tellHead(at.line());
      }
      case ENTRY + "/NtryDtls/TxDtls" -> texts.countTransaction(at.line());
      default -> {
        // told at its end
      }
    }
  }

  @Override
  public void ends(String path, String text, XmlCursor at) {
    switch (path) {
      case BALANCE -> head.balance(texts, at.line());
      case ENTRY -> entry(at.line());
      case STATEMENT -> {
        tellHead(at.line());
        ended = true;
      }
      default -> leaf(path, text);
    }
  }

  private void leaf(String path, String text) {
    if (path.startsWith(ENTRY + "/")) {
      texts.put(path.substring(ENTRY.length() + 1), text);
    } else if (path.startsWith(BALANCE + "/")) {
      texts.put(path.substring(BALANCE.length() + 1), text);
    } else if (path.startsWith(STATEMENT + "/")) {
      head.put(path.substring(STATEMENT.length() + 1), text);
    }
  }

  private void entry(long line) {
    var status = texts.get("Sts/Cd").isEmpty() ? texts.get("Sts") : texts.get("Sts/Cd");
    if (status.equals("BOOK")) {
      sink.entry(texts.entry(line));
    }
  }

  private void tellHead(long line) {
    if (!headed) {
      headed = true;
      sink.head(head.complete(line));
    }
  }

  private void requireFirst(XmlCursor at) {
    if (headed) {
      throw BANK_FILE_INVALID.because("line %d: one statement per file", at.line());
    }
  }
}
