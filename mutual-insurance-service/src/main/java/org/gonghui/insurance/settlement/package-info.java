/** Final hospital bills as their sources report them (医保结算单). */
@NullMarked
package org.gonghui.insurance.settlement;

import org.jspecify.annotations.NullMarked;
