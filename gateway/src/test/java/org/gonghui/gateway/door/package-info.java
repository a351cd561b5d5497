@NullMarked
package org.gonghui.gateway.door;

import org.jspecify.annotations.NullMarked;
