@NullMarked
package org.gonghui.insurance.household;

import org.jspecify.annotations.NullMarked;
