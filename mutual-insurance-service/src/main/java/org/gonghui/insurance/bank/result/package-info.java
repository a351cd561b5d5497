/** What the bank answers to a payment file. */
@NullMarked
package org.gonghui.insurance.bank.result;

import org.jspecify.annotations.NullMarked;
