/** How fast hospital bills become decided claims. */
@NullMarked
package org.gonghui.acceptance.bench.claims;

import org.jspecify.annotations.NullMarked;
