/** The files of the console as a browser gets them. */
@NullMarked
package org.gonghui.gateway.console;

import org.jspecify.annotations.NullMarked;
