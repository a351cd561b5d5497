@NullMarked
package org.gonghui.gateway.access;

import org.jspecify.annotations.NullMarked;
