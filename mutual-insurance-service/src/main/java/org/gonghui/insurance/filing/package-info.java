/** How claims come in: by settlement, by people, by a death notice (申请受理). */
@NullMarked
package org.gonghui.insurance.filing;

import org.jspecify.annotations.NullMarked;
