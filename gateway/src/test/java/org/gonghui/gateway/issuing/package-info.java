@NullMarked
package org.gonghui.gateway.issuing;

import org.jspecify.annotations.NullMarked;
