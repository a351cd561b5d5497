/** How events get from the outbox to their readers. */
@NullMarked
package org.gonghui.acceptance.bench.relay;

import org.jspecify.annotations.NullMarked;
