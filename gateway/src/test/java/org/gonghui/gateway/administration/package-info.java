@NullMarked
package org.gonghui.gateway.administration;

import org.jspecify.annotations.NullMarked;
