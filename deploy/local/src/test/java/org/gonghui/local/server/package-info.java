@NullMarked
package org.gonghui.local.server;

import org.jspecify.annotations.NullMarked;
