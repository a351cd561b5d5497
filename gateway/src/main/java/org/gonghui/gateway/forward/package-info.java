/** One request on its way to a service and the answer on its way back. */
@NullMarked
package org.gonghui.gateway.forward;

import org.jspecify.annotations.NullMarked;
