/** Households in aid, as far as they decide who pays a contribution. */
@NullMarked
package org.gonghui.insurance.household;

import org.jspecify.annotations.NullMarked;
