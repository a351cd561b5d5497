/** What would be paid, without storing anything (试算). */
@NullMarked
package org.gonghui.insurance.preview;

import org.jspecify.annotations.NullMarked;
