/** Working days and deadlines. */
@NullMarked
package org.gonghui.kit.calendar;

import org.jspecify.annotations.NullMarked;
