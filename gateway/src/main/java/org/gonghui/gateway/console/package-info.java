/** The pages for people. */
@NullMarked
package org.gonghui.gateway.console;

import org.jspecify.annotations.NullMarked;
