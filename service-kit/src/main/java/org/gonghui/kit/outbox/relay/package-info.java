/** Brings what waits in the outbox to the broker, in the order of each aggregate. */
@NullMarked
package org.gonghui.kit.outbox.relay;

import org.jspecify.annotations.NullMarked;
