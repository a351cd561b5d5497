/** Committed documents that the code must match. */
@NullMarked
package org.gonghui.kit.testing.snapshot;

import org.jspecify.annotations.NullMarked;
