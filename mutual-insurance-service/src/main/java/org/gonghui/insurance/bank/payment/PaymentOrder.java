package org.gonghui.insurance.bank.payment;

import org.gonghui.kit.money.Money;

/** One line of a payment file: pay this account this amount. */
public record PaymentOrder(
    int seq,
    String endToEndId,
    String payeeName,
    String payeeAccount,
    String bankCode,
    Money amount,
    String purpose) {}
