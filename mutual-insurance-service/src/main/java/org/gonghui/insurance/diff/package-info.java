/** What a roster changes against last year (名册对比). */
@NullMarked
package org.gonghui.insurance.diff;

import org.jspecify.annotations.NullMarked;
