@NullMarked
package org.gonghui.insurance.impact;

import org.jspecify.annotations.NullMarked;
