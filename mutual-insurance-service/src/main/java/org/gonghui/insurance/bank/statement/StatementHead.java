package org.gonghui.insurance.bank.statement;

import java.time.LocalDate;
import org.gonghui.kit.money.Money;

/**
 * Whose account a statement tells of, for which days, and its balances; below zero if overdrawn.
 */
public record StatementHead(
    String account, LocalDate from, LocalDate to, Money opening, Money closing) {}
