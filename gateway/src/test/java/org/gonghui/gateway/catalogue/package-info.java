@NullMarked
package org.gonghui.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
