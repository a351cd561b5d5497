/** The clock. */
@NullMarked
package org.gonghui.kit.time;

import org.jspecify.annotations.NullMarked;
