/** Child processes that outlive their starter and are found again. */
@NullMarked
package org.gonghui.local.process;

import org.jspecify.annotations.NullMarked;
