/** How fast money goes out and comes in. */
@NullMarked
package org.gonghui.acceptance.bench.money;

import org.jspecify.annotations.NullMarked;
