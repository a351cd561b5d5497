@NullMarked
package org.gonghui.local.process;

import org.jspecify.annotations.NullMarked;
