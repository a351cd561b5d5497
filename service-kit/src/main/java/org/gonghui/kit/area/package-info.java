/** Administrative areas through time. */
@NullMarked
package org.gonghui.kit.area;

import org.jspecify.annotations.NullMarked;
