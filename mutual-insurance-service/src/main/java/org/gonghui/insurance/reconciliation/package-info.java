/** The daily proof that bank and books say the same (对账). */
@NullMarked
package org.gonghui.insurance.reconciliation;

import org.jspecify.annotations.NullMarked;
