/** Checks of the whole service. */
@NullMarked
package org.gonghui.insurance;

import org.jspecify.annotations.NullMarked;
