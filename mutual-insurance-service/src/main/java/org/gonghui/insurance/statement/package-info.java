/** What the bank says happened, and what follows from it (银行对账). */
@NullMarked
package org.gonghui.insurance.statement;

import org.jspecify.annotations.NullMarked;
