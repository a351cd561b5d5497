/** Who asks, and what their jurisdiction is. */
@NullMarked
package org.gonghui.kit.identity;

import org.jspecify.annotations.NullMarked;
