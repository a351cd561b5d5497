/** Tests. */
@NullMarked
package org.gonghui.insurance.review;

import org.jspecify.annotations.NullMarked;
