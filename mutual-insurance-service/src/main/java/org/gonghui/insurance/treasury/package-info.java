/** The desk of finance: dues, receipts, subsidies and refunds. */
@NullMarked
package org.gonghui.insurance.treasury;

import org.jspecify.annotations.NullMarked;
