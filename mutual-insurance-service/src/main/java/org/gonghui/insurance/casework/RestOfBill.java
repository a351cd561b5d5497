package org.gonghui.insurance.casework;

import jakarta.enterprise.context.ApplicationScoped;
import org.gonghui.insurance.bill.Bills;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** What the bill of a claim still leaves to the patient. */
@ApplicationScoped
public class RestOfBill {
  private final Bills bills;

  RestOfBill(Bills bills) {
    this.bills = bills;
  }

  public @Nullable Money of(Claim claim) {
    var billKey = claim.links().billKey();
    return billKey == null ? null : bills.require(billKey).room();
  }
}
