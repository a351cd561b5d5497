@NullMarked
package org.gonghui.gateway.forward;

import org.jspecify.annotations.NullMarked;
