/** The same request twice has one effect. */
@NullMarked
package org.gonghui.kit.idempotency;

import org.jspecify.annotations.NullMarked;
