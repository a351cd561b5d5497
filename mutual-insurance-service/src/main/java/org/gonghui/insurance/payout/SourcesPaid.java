package org.gonghui.insurance.payout;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Told inside the transaction: of these sources every payout is now paid, on which value date. */
public record SourcesPaid(Map<UUID, LocalDate> paidOn) {}
