@NullMarked
package org.gonghui.insurance.diff;

import org.jspecify.annotations.NullMarked;
