/** Events of others, taken once. */
@NullMarked
package org.gonghui.kit.inbox;

import org.jspecify.annotations.NullMarked;
