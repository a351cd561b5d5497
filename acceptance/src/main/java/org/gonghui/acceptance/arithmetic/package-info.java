/** Exact shares, quantiles and seeded choices. */
@NullMarked
package org.gonghui.acceptance.arithmetic;

import org.jspecify.annotations.NullMarked;
