@NullMarked
package org.gonghui.aid.household.category;

import org.jspecify.annotations.NullMarked;
