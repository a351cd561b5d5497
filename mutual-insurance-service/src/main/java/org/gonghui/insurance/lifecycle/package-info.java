/** The life cycles of all features as tables, for frontends to draw. */
@NullMarked
package org.gonghui.insurance.lifecycle;

import org.jspecify.annotations.NullMarked;
