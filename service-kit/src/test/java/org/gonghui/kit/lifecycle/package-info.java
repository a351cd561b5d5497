/** Life cycles as tables. */
@NullMarked
package org.gonghui.kit.lifecycle;

import org.jspecify.annotations.NullMarked;
