/** What operations see of a service: its processes and what waits in it. */
@NullMarked
package org.gonghui.kit.operations;

import org.jspecify.annotations.NullMarked;
