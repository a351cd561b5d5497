/** Ties benefits that were granted to the payouts that pay them. */
@NullMarked
package org.gonghui.insurance.grant;

import org.jspecify.annotations.NullMarked;
