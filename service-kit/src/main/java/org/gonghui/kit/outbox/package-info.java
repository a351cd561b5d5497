/** Events stored with the change that caused them, and their relay to Kafka. */
@NullMarked
package org.gonghui.kit.outbox;

import org.jspecify.annotations.NullMarked;
