package org.gonghui.insurance.bank.payment;

import java.time.Instant;
import org.gonghui.kit.money.Money;

/** What a payment file says of itself: whose account, how many orders, how much, and their hash. */
public record PaymentHead(
    String batchNo,
    Instant createdAt,
    String debtorName,
    String debtorAccount,
    int count,
    Money total,
    String hash) {}
