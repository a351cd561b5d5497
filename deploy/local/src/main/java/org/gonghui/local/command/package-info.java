/** What can be typed after {@code ./gonghui}. */
@NullMarked
package org.gonghui.local.command;

import org.jspecify.annotations.NullMarked;
