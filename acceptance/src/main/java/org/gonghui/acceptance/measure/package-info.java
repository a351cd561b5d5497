/** Stop-watches: latencies, loads and how they are written down. */
@NullMarked
package org.gonghui.acceptance.measure;

import org.jspecify.annotations.NullMarked;
