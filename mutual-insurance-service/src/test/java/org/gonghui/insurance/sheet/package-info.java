@NullMarked
package org.gonghui.insurance.sheet;

import org.jspecify.annotations.NullMarked;
