@NullMarked
package org.gonghui.local.command;

import org.jspecify.annotations.NullMarked;
