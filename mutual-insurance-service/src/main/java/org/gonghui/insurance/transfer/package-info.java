/** Moves of covered people from one employer to the next (参保转移). */
@NullMarked
package org.gonghui.insurance.transfer;

import org.jspecify.annotations.NullMarked;
