/** How lists and figures bear many years of data. */
@NullMarked
package org.gonghui.acceptance.bench.lists;

import org.jspecify.annotations.NullMarked;
