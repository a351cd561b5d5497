/** What the bank has booked. */
@NullMarked
package org.gonghui.insurance.bank.statement;

import org.jspecify.annotations.NullMarked;
