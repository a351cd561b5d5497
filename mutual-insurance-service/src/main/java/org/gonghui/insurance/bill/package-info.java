/** Medical bills and everybody who pays on them (医疗账单). */
@NullMarked
package org.gonghui.insurance.bill;

import org.jspecify.annotations.NullMarked;
