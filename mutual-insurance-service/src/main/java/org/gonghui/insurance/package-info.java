/** Workers' medical mutual aid (职工医疗互助). */
@NullMarked
package org.gonghui.insurance;

import org.jspecify.annotations.NullMarked;
