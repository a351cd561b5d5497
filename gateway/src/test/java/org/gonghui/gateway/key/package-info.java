@NullMarked
package org.gonghui.gateway.key;

import org.jspecify.annotations.NullMarked;
