package org.gonghui.insurance.statement;

import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.insurance.bank.statement.StatementEntry.Direction;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.Masking;
import org.jspecify.annotations.Nullable;

/** A booked line as people see it, the other side masked. */
public record LineView(
    UUID id,
    UUID statementId,
    int line,
    String bankRef,
    Direction direction,
    Money amount,
    LocalDate valueDate,
    LineUse use,
    @Nullable String doubt,
    @Nullable String endToEndId,
    String party,
    String account,
    String remark) {
  static LineView of(StatementLines.Line line) {
    return new LineView(
        line.id(),
        line.statementId(),
        line.line(),
        line.bankRef(),
        line.direction(),
        line.amount(),
        line.valueDate(),
        line.use(),
        line.doubt(),
        line.endToEndId(),
        Masking.name(line.party().name()),
        Masking.account(line.party().account()),
        line.party().remark());
  }
}
