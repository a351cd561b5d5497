/** Which path leads to which service; routes are data. */
@NullMarked
package org.gonghui.gateway.route;

import org.jspecify.annotations.NullMarked;
