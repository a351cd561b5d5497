package org.gonghui.insurance.selfservice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.document.Documents.Document;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.filing.ClaimView;
import org.gonghui.insurance.member.Consent;
import org.gonghui.insurance.member.Designations.Beneficiary;
import org.gonghui.insurance.settlement.Settlement.Outcome;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** Everything this service keeps of a member, in clear for the member alone. */
public record PersonalData(
    PersonKey personKey,
    String name,
    String idNumber,
    @Nullable String phone,
    Consent.State autoClaimConsent,
    @Nullable Instant consentAt,
    @Nullable Account payeeAccount,
    List<Beneficiary> beneficiaries,
    List<Cover> covers,
    List<OwnClaim> claims,
    List<OwnSettlement> settlements,
    List<OwnPayout> payouts) {

  /** Where benefits go. */
  @Schema(name = "OwnAccount")
  public record Account(String holder, String number, String bankCode) {}

  /** A claim with what was stated, decided and handed in for it. */
  public record OwnClaim(
      ClaimView claim, List<Decision> decisions, List<Document> documents, List<Trip> trips) {}

  /** A trip to a counter. */
  public record Trip(LocalDate day, String place, String step, boolean disproved) {}

  /** A hospital bill that a partner sent; without a claim it says why nothing is paid. */
  public record OwnSettlement(
      String settlementNo,
      LocalDate receivedOn,
      Outcome outcome,
      @Nullable String claimNo,
      @Nullable Decision explanation) {}

  /** An amount that is or was to be paid. */
  public record OwnPayout(
      String claimNo, Money amount, String status, @Nullable LocalDate paidOn) {}
}
