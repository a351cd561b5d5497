/** Deaths, and who receives what they pay (身故、受益人). */
@NullMarked
package org.gonghui.insurance.death;

import org.jspecify.annotations.NullMarked;
