@NullMarked
package org.gonghui.gateway.partner;

import org.jspecify.annotations.NullMarked;
