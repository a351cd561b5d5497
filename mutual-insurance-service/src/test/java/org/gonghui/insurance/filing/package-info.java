/** Tests. */
@NullMarked
package org.gonghui.insurance.filing;

import org.jspecify.annotations.NullMarked;
