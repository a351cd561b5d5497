/** Aid to workers in hardship (帮扶). */
@NullMarked
package org.gonghui.aid;

import org.jspecify.annotations.NullMarked;
