/** Processes that are replaced while everybody works. */
@NullMarked
package org.gonghui.acceptance.rolling;

import org.jspecify.annotations.NullMarked;
