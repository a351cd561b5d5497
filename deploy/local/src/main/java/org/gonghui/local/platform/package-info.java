/** The platform on one machine: its processes, their ports, their files and their build. */
@NullMarked
package org.gonghui.local.platform;

import org.jspecify.annotations.NullMarked;
