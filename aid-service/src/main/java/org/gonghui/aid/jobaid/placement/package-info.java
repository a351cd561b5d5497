/** Persons on their way into work. */
@NullMarked
package org.gonghui.aid.jobaid.placement;

import org.jspecify.annotations.NullMarked;
