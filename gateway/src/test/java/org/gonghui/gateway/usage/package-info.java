@NullMarked
package org.gonghui.gateway.usage;

import org.jspecify.annotations.NullMarked;
