/** Who did what, chained so that nothing can be taken out. */
@NullMarked
package org.gonghui.kit.audit;

import org.jspecify.annotations.NullMarked;
