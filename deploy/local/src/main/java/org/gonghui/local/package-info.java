/** The launcher behind {@code ./gonghui}. */
@NullMarked
package org.gonghui.local;

import org.jspecify.annotations.NullMarked;
