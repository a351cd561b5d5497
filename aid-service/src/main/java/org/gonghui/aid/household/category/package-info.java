/** The categories of hardship as dated formulas, judged as a pure, explained function. */
@NullMarked
package org.gonghui.aid.household.category;

import org.jspecify.annotations.NullMarked;
