/** The running instances of one service: where they are, which is fit, and which one is next. */
@NullMarked
package org.gonghui.gateway.upstream;

import org.jspecify.annotations.NullMarked;
