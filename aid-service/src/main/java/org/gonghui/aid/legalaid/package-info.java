/** Help with the law: so far its clocks. */
@NullMarked
package org.gonghui.aid.legalaid;

import org.jspecify.annotations.NullMarked;
