@NullMarked
package org.gonghui.gateway.upstream;

import org.jspecify.annotations.NullMarked;
