/** What must be settled before a plan year is closed (年度结账). */
@NullMarked
package org.gonghui.insurance.closing;

import org.jspecify.annotations.NullMarked;
