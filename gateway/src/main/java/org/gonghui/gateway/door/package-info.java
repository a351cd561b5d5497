/** The listening side: every request passes here. */
@NullMarked
package org.gonghui.gateway.door;

import org.jspecify.annotations.NullMarked;
