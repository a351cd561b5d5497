/** Versions and collisions. */
@NullMarked
package org.gonghui.kit.concurrency;

import org.jspecify.annotations.NullMarked;
