/** What the bench measures of the kit itself. */
@NullMarked
package org.gonghui.kit.testing.bench;

import org.jspecify.annotations.NullMarked;
