package org.gonghui.insurance.claim;

import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** A benefit was granted: told in the same transaction to who pays it out. */
public record ClaimGranted(
    UUID claimId,
    String claimNo,
    int decisionNo,
    String area,
    int planYear,
    BenefitKind kind,
    List<Share> shares) {

  public ClaimGranted {
    shares = List.copyOf(shares);
  }

  /** A grant is taken back before it was paid: its payouts are cancelled with it. */
  public record Voided(UUID claimId) {}

  /** The grounds of a grant are doubted: what has not left waits for people. */
  public record Doubted(UUID claimId, String by) {}

  /** What one payee receives. */
  public record Share(int payeeNo, @Nullable PersonKey payee, String holder, Money amount) {
    @Override
    public String toString() {
      return "Share[%d]".formatted(payeeNo);
    }
  }
}
