@NullMarked
package org.gonghui.insurance.renewal;

import org.jspecify.annotations.NullMarked;
