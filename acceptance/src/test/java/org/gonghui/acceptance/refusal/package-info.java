/** Each kind of bad input through the door: the exact answer, and that nothing was done. */
@NullMarked
package org.gonghui.acceptance.refusal;

import org.jspecify.annotations.NullMarked;
