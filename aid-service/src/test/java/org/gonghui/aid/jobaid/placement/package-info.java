@NullMarked
package org.gonghui.aid.jobaid.placement;

import org.jspecify.annotations.NullMarked;
