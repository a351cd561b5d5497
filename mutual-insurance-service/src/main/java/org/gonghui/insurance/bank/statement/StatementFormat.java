package org.gonghui.insurance.bank.statement;

import java.io.InputStream;

/** The languages of statements. */
public enum StatementFormat {
  GH_STM_1,
  CAMT_053;

  public static StatementFormat of(String mediaType) {
    return mediaType.contains("xml") ? CAMT_053 : GH_STM_1;
  }

  /** Reads a statement that adds up into the sink; one that does not is refused at its end. */
  public void read(InputStream in, StatementSink sink) {
    var checked = new BalanceCheck(sink);
    switch (this) {
      case GH_STM_1 -> GhStm1.read(in, checked);
      case CAMT_053 -> Camt053.read(in, checked);
    }
  }
}
