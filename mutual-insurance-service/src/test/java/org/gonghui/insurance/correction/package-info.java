@NullMarked
package org.gonghui.insurance.correction;

import org.jspecify.annotations.NullMarked;
