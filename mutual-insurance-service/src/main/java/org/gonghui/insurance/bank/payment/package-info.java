/** Payment orders for the bank. */
@NullMarked
package org.gonghui.insurance.bank.payment;

import org.jspecify.annotations.NullMarked;
