/** What the edge of HTTP refuses. */
@NullMarked
package org.gonghui.kit.http;

import org.jspecify.annotations.NullMarked;
