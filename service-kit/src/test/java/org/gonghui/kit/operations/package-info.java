@NullMarked
package org.gonghui.kit.operations;

import org.jspecify.annotations.NullMarked;
