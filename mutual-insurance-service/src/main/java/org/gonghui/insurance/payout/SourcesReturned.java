package org.gonghui.insurance.payout;

import java.util.List;
import java.util.UUID;

/** Told inside the transaction: of these sources a paid amount came back. */
public record SourcesReturned(List<UUID> sourceIds) {}
