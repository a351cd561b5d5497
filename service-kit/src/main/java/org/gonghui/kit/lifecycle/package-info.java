/** Where things stand, and where they may go from there. */
@NullMarked
package org.gonghui.kit.lifecycle;

import org.jspecify.annotations.NullMarked;
