package org.gonghui.insurance.payment;

import java.util.UUID;

/** Told inside the transaction: once it commits, the bank may have this batch. */
public record BatchDispatched(UUID batchId) {}
