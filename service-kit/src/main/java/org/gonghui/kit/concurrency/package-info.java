/** Strong entity tags and If-Match. */
@NullMarked
package org.gonghui.kit.concurrency;

import org.jspecify.annotations.NullMarked;
