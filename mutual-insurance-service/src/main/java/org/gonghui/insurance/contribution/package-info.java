/** What batches must pay, the money that arrived, and the fund (缴费、到账、互助资金). */
@NullMarked
package org.gonghui.insurance.contribution;

import org.jspecify.annotations.NullMarked;
