package org.gonghui.insurance.batch;

/** Fired in the transaction in which a batch reaches a status that costs or frees money. */
public record BatchMoved(EnrolmentBatch batch, BatchStatus to) {}
