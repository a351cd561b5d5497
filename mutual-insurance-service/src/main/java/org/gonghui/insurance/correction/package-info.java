/** Decided claims whose grounds have changed: people look at them, nothing goes back by itself. */
@NullMarked
package org.gonghui.insurance.correction;

import org.jspecify.annotations.NullMarked;
