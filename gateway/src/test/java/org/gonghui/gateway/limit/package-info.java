@NullMarked
package org.gonghui.gateway.limit;

import org.jspecify.annotations.NullMarked;
