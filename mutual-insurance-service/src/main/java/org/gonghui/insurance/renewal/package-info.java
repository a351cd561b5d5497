/** Last year once more: proposals, and what changed between two years (续保、比对). */
@NullMarked
package org.gonghui.insurance.renewal;

import org.jspecify.annotations.NullMarked;
