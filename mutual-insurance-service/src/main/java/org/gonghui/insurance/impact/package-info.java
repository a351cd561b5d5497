/** What terms would have paid in a past period, before anybody votes on them (条款试算). */
@NullMarked
package org.gonghui.insurance.impact;

import org.jspecify.annotations.NullMarked;
