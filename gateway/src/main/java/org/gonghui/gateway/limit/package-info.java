/** How much one caller, one address and one upstream get. */
@NullMarked
package org.gonghui.gateway.limit;

import org.jspecify.annotations.NullMarked;
