/** Amounts to payees on their way from a decision to the account (发放款项). */
@NullMarked
package org.gonghui.insurance.payout;

import org.jspecify.annotations.NullMarked;
