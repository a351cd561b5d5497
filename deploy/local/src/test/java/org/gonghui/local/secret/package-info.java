@NullMarked
package org.gonghui.local.secret;

import org.jspecify.annotations.NullMarked;
