/** Families in hardship: their files, and what they are judged by. */
@NullMarked
package org.gonghui.aid.household;

import org.jspecify.annotations.NullMarked;
