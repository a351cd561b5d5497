/** What the bank answers to the payments of a batch (银行回执). */
@NullMarked
package org.gonghui.insurance.result;

import org.jspecify.annotations.NullMarked;
