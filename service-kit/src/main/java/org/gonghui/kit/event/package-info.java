/** What a service tells the others. */
@NullMarked
package org.gonghui.kit.event;

import org.jspecify.annotations.NullMarked;
