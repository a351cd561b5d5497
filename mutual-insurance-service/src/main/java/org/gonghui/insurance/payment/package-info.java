/** Payouts sent together: built, checked by two people, handed to the bank (发放批次). */
@NullMarked
package org.gonghui.insurance.payment;

import org.jspecify.annotations.NullMarked;
