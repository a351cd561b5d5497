/** One effect, however often it is asked for. */
@NullMarked
package org.gonghui.kit.idempotency;

import org.jspecify.annotations.NullMarked;
