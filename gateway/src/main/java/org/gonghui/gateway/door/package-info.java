/** The listening side: every request passes here and is forwarded. */
@NullMarked
package org.gonghui.gateway.door;

import org.jspecify.annotations.NullMarked;
