@NullMarked
package org.gonghui.local.platform;

import org.jspecify.annotations.NullMarked;
