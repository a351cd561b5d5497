/** Partner keys from the proposal to their end, and what is told about them. */
@NullMarked
package org.gonghui.gateway.key;

import org.jspecify.annotations.NullMarked;
