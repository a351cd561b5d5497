/** Who asks, proven by a token or a key, and vouched for to the service. */
@NullMarked
package org.gonghui.gateway.access;

import org.jspecify.annotations.NullMarked;
