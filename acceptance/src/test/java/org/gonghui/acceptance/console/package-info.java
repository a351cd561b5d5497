/** What people do in the operations console, in a real browser. */
@NullMarked
package org.gonghui.acceptance.console;

import org.jspecify.annotations.NullMarked;
