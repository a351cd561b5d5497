@NullMarked
package org.gonghui.aid.household;

import org.jspecify.annotations.NullMarked;
