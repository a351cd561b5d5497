package org.gonghui.insurance.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.bank.statement.StatementEntry.Direction;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Fault;

/**
 * What became of one statement: of its lines known ones are counted, doubtful ones named; errors
 * tell why it was refused.
 */
public record StatementReport(
    UUID statementId,
    State state,
    int lines,
    int known,
    int applied,
    Map<LineUse, Integer> uses,
    List<Doubt> doubts,
    List<Fault> errors) {

  static StatementReport unbooked(UUID id, State state, List<Fault> errors) {
    return new StatementReport(id, state, 0, 0, 0, Map.of(), List.of(), errors);
  }

  /** Where a statement stands; a refused one has changed nothing. */
  public enum State {
    BOOKING,
    BOOKED,
    REFUSED
  }

  /** A line that nobody can explain yet. */
  public record Doubt(
      int line,
      String bankRef,
      Direction direction,
      Money amount,
      LocalDate valueDate,
      String code) {}
}
