/** What somebody outside the platform can see, play and measure. */
@NullMarked
package org.gonghui.acceptance;

import org.jspecify.annotations.NullMarked;
