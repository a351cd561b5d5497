/** Tests. */
@NullMarked
package org.gonghui.insurance.settlement;

import org.jspecify.annotations.NullMarked;
