package org.gonghui.insurance.claim;

import java.util.UUID;

/** A grant is taken back before it was paid: its payouts are cancelled in the same transaction. */
public record ClaimVoided(UUID claimId) {}
