@NullMarked
package org.gonghui.gateway.route;

import org.jspecify.annotations.NullMarked;
