package org.gonghui.insurance.bank.statement;

/** Takes a statement as it is read: the head first, then every entry, then the end. */
public interface StatementSink {
  void head(StatementHead head);

  void entry(StatementEntry entry);

  void end();
}
