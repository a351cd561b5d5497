@NullMarked
package org.gonghui.aid.jobaid;

import org.jspecify.annotations.NullMarked;
