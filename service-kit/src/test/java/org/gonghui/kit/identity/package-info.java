/** Who asks. */
@NullMarked
package org.gonghui.kit.identity;

import org.jspecify.annotations.NullMarked;
