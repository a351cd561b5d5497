package org.gonghui.insurance.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.bank.statement.StatementEntry.Direction;
import org.gonghui.kit.money.Money;

/** What became of the lines of one statement: known ones are counted, doubtful ones named. */
public record StatementReport(
    UUID statementId,
    int lines,
    int known,
    int applied,
    Map<LineUse, Integer> uses,
    List<Doubt> doubts) {

  /** A line that nobody can explain yet. */
  public record Doubt(
      int line,
      String bankRef,
      Direction direction,
      Money amount,
      LocalDate valueDate,
      String code) {}
}
