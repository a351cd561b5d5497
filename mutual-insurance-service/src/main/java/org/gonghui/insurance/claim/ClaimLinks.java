package org.gonghui.insurance.claim;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a claim hangs on: bill, settlement, the claim that it repeats, and the illness group, which
 * is sealed and found by its index.
 */
public record ClaimLinks(
    @Nullable String billKey,
    @Nullable UUID settlementId,
    @Nullable UUID duplicateOf,
    @Nullable String illnessIndex,
    @Nullable String illnessGroup) {
  public static final ClaimLinks NONE = new ClaimLinks(null, null, null, null, null);

  public static ClaimLinks ofBill(String billKey, @Nullable UUID settlementId) {
    return new ClaimLinks(billKey, settlementId, null, null, null);
  }

  /** It repeats another claim, and takes nothing that hangs on that one. */
  public static ClaimLinks repeating(UUID claimId) {
    return new ClaimLinks(null, null, claimId, null, null);
  }

  public ClaimLinks settled(UUID settlement, String bill) {
    return new ClaimLinks(bill, settlement, duplicateOf, illnessIndex, illnessGroup);
  }

  public ClaimLinks ill(@Nullable String index, @Nullable String group) {
    return new ClaimLinks(billKey, settlementId, duplicateOf, index, group);
  }

  @Override
  public String toString() {
    return "ClaimLinks[sealed]";
  }
}
